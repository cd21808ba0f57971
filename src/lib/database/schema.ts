/*
 * The whole database as Kysely types, one file of tables for each module that owns them. Instants and dates are ISO 8601
 * text, truth is 0 or 1, sealed bytes are base64 text: the same in SQLite and PostgreSQL. No queries live here.
 */
import type { Kysely, Transaction } from 'kysely';
import type { AuditTables } from './tables/audit.ts';
import type { AuthTables } from './tables/auth.ts';
import type { BackupsTables } from './tables/upkeep/backups.ts';
import type { CommentsTables } from './tables/comments.ts';
import type { ConcernsTables } from './tables/concerns.ts';
import type { DataRightsTables } from './tables/data-rights.ts';
import type { JobsTables } from './tables/upkeep/jobs.ts';
import type { NoticesTables } from './tables/notices.ts';
import type { PeopleTables } from './tables/people.ts';
import type { RecordingsTables } from './tables/recordings.ts';
import type { ReleasesTables } from './tables/releases.ts';
import type { ResponsesTables } from './tables/responses.ts';
import type { SecretsTables } from './tables/upkeep/secrets.ts';
import type { SettingsTables } from './tables/settings.ts';
import type { WavesTables } from './tables/waves.ts';

export type * from './tables/audit.ts';
export type * from './tables/auth.ts';
export type * from './tables/upkeep/backups.ts';
export type * from './tables/comments.ts';
export type * from './tables/concerns.ts';
export type * from './tables/data-rights.ts';
export type * from './tables/upkeep/jobs.ts';
export type * from './tables/notices.ts';
export type * from './tables/people.ts';
export type * from './tables/recordings.ts';
export type * from './tables/releases.ts';
export type * from './tables/responses.ts';
export type * from './tables/upkeep/secrets.ts';
export type * from './tables/settings.ts';
export type * from './tables/waves.ts';
export type { Flag } from './flag.ts';

export interface Schema
	extends
		PeopleTables,
		WavesTables,
		ResponsesTables,
		CommentsTables,
		ConcernsTables,
		AuditTables,
		AuthTables,
		ReleasesTables,
		DataRightsTables,
		NoticesTables,
		JobsTables,
		SecretsTables,
		RecordingsTables,
		BackupsTables,
		SettingsTables {}

/** The whole database. */
export type Database = Kysely<Schema>;

/** A function that writes twice asks for this, so that it cannot be called outside a transaction. */
export type Writing = Transaction<Schema>;

/** What the Committee's pages may read, by type: a stray query on anything else does not compile. */
export type CommitteeHandle = Kysely<Pick<Schema, 'release' | 'release_version' | 'release_value'>>;
