/*
 * How a code card looks: Typst markup without anybody's words in it. What people typed comes as data only.
 * A module, not a file of its own, so that it travels with the server's bundle.
 */

/** Reads `sys.inputs.data`: JSON `{ title, council, address, cards: [{ greeting, ages, about, groups, qr, qrAlt, note }] }`. */
export const CARDS_TEMPLATE = String.raw`
#let data = json(bytes(sys.inputs.data))
#let ink = rgb("#1E1B3A")
#let action = rgb("#3A2C85")
#let sun = rgb("#FFC53D")
#let lavender = rgb("#E4DEFA")
#let paper = rgb("#FFF9F0")
#let mint = rgb("#D3EEDD")

#set document(title: data.title, author: data.council)
#set page(paper: "a4", margin: 0mm)
#set text(font: "Lexend", size: 9.5pt, fill: ink, lang: "en", region: "GB", hyphenate: false, fallback: true)
#set par(leading: 0.55em, spacing: 0.7em)
#show heading: it => block(above: 0mm, below: 3mm, text(weight: 600, it.body))

// The mark: someone within earshot.
#let mark = box(width: 11mm, height: 10mm, {
  place(left + horizon, dx: 0mm, circle(radius: 1.6mm, fill: action, stroke: none))
  for (i, r) in (3.8mm, 6.2mm, 8.6mm).enumerate() {
    let turn = 0.62
    let a = -turn * 1rad
    let b = turn * 1rad
    let k = 4 / 3 * calc.tan(turn / 2)
    let at(t) = (1.6mm + r * calc.cos(t), 5mm + r * calc.sin(t))
    let (x1, y1) = at(a)
    let (x2, y2) = at(b)
    place(top + left, curve(
      stroke: (paint: (action, action, sun).at(i), thickness: 1.1mm, cap: "round"),
      curve.move((x1, y1)),
      curve.cubic(
        (x1 - k * r * calc.sin(a), y1 + k * r * calc.cos(a)),
        (x2 + k * r * calc.sin(b), y2 - k * r * calc.cos(b)),
        (x2, y2),
      ),
    ))
  }
})

#let group(letters) = box(
  fill: white, stroke: 0.8pt + action, radius: 2.4mm, width: 100%, height: 11.5mm,
  align(center + horizon, text(size: 22pt, weight: 600, tracking: 0.08em, letters)),
)

#let numeral(number) = box(width: 5.4mm, height: 5.4mm, fill: action, radius: 50%,
  align(center + horizon, text(size: 8.5pt, weight: 600, fill: white, str(number))))
#set enum(numbering: numeral, body-indent: 2mm, spacing: 3.2mm, number-align: start + top)

#let card(one) = block(width: 105mm, height: 148.5mm, inset: (x: 9mm, top: 7.5mm, bottom: 7mm), breakable: false, {
  grid(
    columns: (auto, 1fr, auto), column-gutter: 2.5mm, align: horizon,
    pdf.artifact(mark),
    text(size: 8.5pt)[Have your say #linebreak() #data.council],
    box(fill: paper, stroke: 0.6pt + ink, radius: 4mm, inset: (x: 2.6mm, y: 1.6mm), text(size: 8.5pt, weight: 600, one.ages)),
  )
  v(1fr)
  heading(level: 1, text(size: if one.greeting.len() > 30 { 12pt } else if one.greeting.len() > 20 { 15pt } else { 20pt }, one.greeting))
  par(text(size: 10.5pt, one.about))
  v(1fr)
  block(fill: lavender, radius: 4mm, inset: 3.5mm, width: 100%, {
    par(text(weight: 600)[Your code])
    grid(columns: (1fr, 1fr), gutter: 1.8mm, ..one.groups.map(group))
  })
  v(1fr)
  grid(
    columns: (30mm, 1fr), column-gutter: 4mm, align: horizon,
    image(bytes(one.qr), format: "svg", width: 30mm, alt: one.qrAlt),
    enum(
      [Scan the square, or go to #linebreak() #text(weight: 600, data.address)],
      [If it asks, type your code. Dashes don’t matter.],
      [Answer what you like. #linebreak() #text(weight: 600)[You can skip any question.]],
    ),
  )
  v(1fr)
  block(fill: mint, radius: 3mm, inset: (x: 3.5mm, y: 2.8mm), width: 100%, {
    par(text(weight: 600)[Nobody will know it was you, unless you tell us.])
    par(text(size: 8.5pt, one.note))
  })
  v(1fr)
  par(text(size: 9pt)[Need to talk to someone now? #linebreak() Childline: #text(weight: 600)[0800 1111], free, day and night.])
})

#let dashed = (paint: rgb("#8A87A0"), thickness: 0.6pt, dash: "dashed")
#let pages = data.cards.chunks(4)
#for (number, four) in pages.enumerate() {
  grid(
    columns: (105mm, 105mm), rows: (148.5mm, 148.5mm),
    stroke: (x, y) => (
      right: if x == 0 { dashed } else { none },
      bottom: if y == 0 { dashed } else { none },
    ),
    ..four.map(card),
  )
  if number + 1 < pages.len() { pagebreak() }
}
`;
