/*
 * How the copy of everything held about somebody looks on paper: Typst markup without anybody's words in it. What people
 * wrote comes as data only. A module, so that it travels with the server's bundle.
 */

/** Reads `sys.inputs.data`: JSON `{ title, council, lead, rights, sections: [{ title, why, entries, leftOut }] }`. */
export const COPY_TEMPLATE = String.raw`
#let data = json(bytes(sys.inputs.data))
#let ink = rgb("#1E1B3A")
#let action = rgb("#3A2C85")
#let lavender = rgb("#E4DEFA")
#let paper = rgb("#FFF9F0")

#set document(title: data.title, author: data.council)
#set page(
  paper: "a4", margin: (x: 24mm, top: 24mm, bottom: 26mm),
  footer: context { set text(size: 9pt); grid(columns: (1fr, auto), data.council, counter(page).display()) },
)
#set text(font: "Lexend", size: 11pt, fill: ink, lang: "en", region: "GB", hyphenate: false, fallback: true)
#set par(leading: 0.7em, spacing: 1em)
#show heading.where(level: 1): it => block(below: 6mm, text(size: 24pt, weight: 600, it.body))
#show heading.where(level: 2): it => block(
  above: 10mm, below: 3mm, width: 100%, fill: lavender, radius: 3mm, inset: 3mm, sticky: true,
  text(size: 15pt, weight: 600, it.body),
)
#show heading.where(level: 3): it => block(above: 6mm, below: 2.5mm, sticky: true, text(size: 12pt, weight: 600, it.body))

#heading(level: 1, data.title)
#for sentence in data.lead { par(sentence) }

#for section in data.sections {
  heading(level: 2, section.title)
  par(text(size: 10pt, section.why))
  for entry in section.entries {
    heading(level: 3, if entry.when == none { entry.title } else { entry.title + ", " + entry.when })
    terms(
      separator: [: ], hanging-indent: 5mm, spacing: 2.4mm,
      ..entry.lines.map(line => terms.item(text(weight: 600, line.label), line.text.split("\n").join(linebreak()))),
    )
  }
  if section.leftOut != none { par(text(weight: 600, section.leftOut)) }
}

#v(8mm)
#block(fill: paper, stroke: 0.6pt + ink, radius: 3mm, inset: 4mm, width: 100%, {
  for sentence in data.rights { par(sentence) }
})
`;
