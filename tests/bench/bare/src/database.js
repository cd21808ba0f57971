// The barest database that is as durable as ours: one connection, prepared statements, no library between.
import SQLite from 'better-sqlite3';

const file = new SQLite(process.env.BARE_DATABASE ?? ':memory:');
file.pragma('journal_mode = WAL');
file.pragma('synchronous = FULL');
file.exec(`create table if not exists person (id text primary key, name text not null);
	create table if not exists session (id text primary key, person_id text not null);
	create table if not exists answer (id integer primary key, value text not null);
	insert or ignore into person values ('one', 'Somebody');
	insert or ignore into session values ('token', 'one');`);

export const insertAnswer = file.prepare('insert into answer (value) values (?)');
export const whoIs = file.prepare(
	'select person.name from session join person on person.id = session.person_id where session.id = ?'
);
