/** A picture as a PNG: what is seen of its stage now, with heading, what it says and its legend, drawn on a canvas. */

/** What looks are made of. As attributes: the tab's policy lets no picture bring styles of its own. */
const looks = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'opacity',
  'font-size',
  'font-weight',
  'font-family',
  'text-anchor',
  'dominant-baseline',
  'paint-order',
  'stroke-linejoin',
  'text-decoration',
] as const

/** Of what only holds others: what it does to them and they don't say themselves. */
const inherited = ['opacity'] as const

const PADDING = 16
const LINE = 18
/** Roughly the width of a letter of 13 pixels. */
const LETTER = 6.6
/** Browsers draw no larger canvas than this on a side. */
const MOST_SIDE = 8192
const SVG = 'http://www.w3.org/2000/svg'

export interface Said {
  title: string
  /** The set it is over, and as of which day. */
  ofWhat?: string | undefined
  says: string
  /** A sign and its words, one line each. */
  legend: readonly { sign: SVGSVGElement | undefined; text: string }[]
}

/** Throws when the browser can't draw it. */
export async function imageOf(stage: HTMLElement, said: Said): Promise<Blob> {
  const { width, height, markup } = standingAlone(stage, said)
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(markup)}`
  await image.decode()
  const scale = Math.min(2, MOST_SIDE / width, MOST_SIDE / height)
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((done, failed) =>
    canvas.toBlob(
      (blob) => (blob ? done(blob) : failed(new Error('The picture was not drawn'))),
      'image/png',
    ),
  )
}

/** The picture with all its looks inside it, and its words above and below. */
export function standingAlone(
  stage: HTMLElement,
  { title, ofWhat, says, legend }: Said,
): { width: number; height: number; markup: string } {
  const around = getComputedStyle(stage.closest('figure') ?? stage)
  const own = seenOf(stage)
  const width = own.width + 2 * PADDING
  const letters = Math.floor((width - 2 * PADDING) / LETTER)
  const lines = [...wrapped(ofWhat ?? '', letters), ...wrapped(says, letters)]
  const top = PADDING + 24 + lines.length * LINE + 8
  const height = top + own.height + (legend.length ? 8 + legend.length * LINE : 0) + PADDING
  const whole = document.createElementNS(SVG, 'svg')
  const put = (element: Element, values: Record<string, string | number>) => {
    for (const [name, value] of Object.entries(values)) element.setAttribute(name, String(value))
    return element
  }
  put(whole, { xmlns: SVG, width, height, viewBox: `0 0 ${width} ${height}` })
  const ground = put(document.createElementNS(SVG, 'rect'), {
    width,
    height,
    fill: around.backgroundColor,
  })
  const text = (words: string, y: number, more: Record<string, string | number>) => {
    const element = put(document.createElementNS(SVG, 'text'), {
      x: PADDING,
      y,
      fill: around.color,
      'font-family': around.fontFamily,
      'font-size': 13,
      ...more,
    })
    element.textContent = words
    return element
  }
  const picture = document.createElementNS(SVG, 'svg')
  put(picture, { x: PADDING, y: top, width: own.width, height: own.height })
  picture.append(...own.parts.map(({ svg, ...at }) => put(withLooks(svg), at)))
  whole.append(
    ground,
    text(title, PADDING + 14, { 'font-size': 16, 'font-weight': 600 }),
    ...lines.map((line, i) => text(line, PADDING + 24 + (i + 0.75) * LINE, {})),
    picture,
    ...legend.flatMap(({ sign, text: words }, i) => {
      const y = top + own.height + 8 + i * LINE
      const drawn = sign && put(withLooks(sign), { x: PADDING, y: y + 1, width: 16, height: 16 })
      return [...(drawn ? [drawn] : []), text(words, y + 14, { x: PADDING + 24 })]
    }),
  )
  return { width, height, markup: new XMLSerializer().serializeToString(whole) }
}

/** The drawings of a stage, from the bottom, each cut to what is seen of it. */
function seenOf(stage: HTMLElement) {
  const drawings = [...stage.querySelectorAll('svg')]
    .filter((svg) => !svg.ownerSVGElement)
    .toSorted((a, b) => heightOf(a) - heightOf(b))
  const cutBy = (svg: SVGSVGElement) => svg.closest('[data-clip]')?.getBoundingClientRect()
  const around = stage.closest('[data-clip]') ?? drawings[0] ?? stage
  const frame = around.getBoundingClientRect()
  const parts = drawings.map((svg) => {
    const [own, cut] = [svg.getBoundingClientRect(), cutBy(svg) ?? frame]
    const x = Math.max(own.left, cut.left)
    const y = Math.max(own.top, cut.top)
    const width = Math.max(0, Math.min(own.right, cut.right) - x)
    const height = Math.max(0, Math.min(own.bottom, cut.bottom) - y)
    const viewBox = `${x - own.left} ${y - own.top} ${width} ${height}`
    return { svg, x: x - frame.left, y: y - frame.top, width, height, viewBox }
  })
  return { width: frame.width, height: frame.height, parts }
}

const heightOf = (svg: SVGSVGElement) => Number(getComputedStyle(svg).zIndex) || 0

function withLooks(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement
  copy.removeAttribute('class')
  const copies = [...copy.querySelectorAll('*')]
  svg.querySelectorAll('*').forEach((element, i) => {
    const style = getComputedStyle(element)
    const target = copies[i]
    if (!target) return
    if (style.display === 'none') return target.remove()
    const isDrawn = element instanceof SVGGeometryElement || element instanceof SVGTextContentElement
    for (const look of isDrawn ? looks : inherited) target.setAttribute(look, style.getPropertyValue(look))
    if ((element as SVGElement).style.transform) target.setAttribute('transform', style.transform)
    target.removeAttribute('class')
    target.removeAttribute('style')
  })
  return copy
}

/** Lines of at most so many letters, broken between words. */
export function wrapped(text: string, most: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** Puts the picture on the clipboard; false where the host doesn't let us, or knows no such thing. */
export async function putOnClipboard(image: Promise<Blob>): Promise<boolean> {
  try {
    // The promise is handed over at once: some browsers only listen right after the click.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': image })])
    return true
  } catch {
    return false
  }
}
