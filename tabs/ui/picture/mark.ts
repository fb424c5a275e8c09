/** What makes a part of a picture a mark: reached by the arrow keys, said by its label, opened by Enter or a click. */

/** Spread over the `<g>` of a mark that leads somewhere: `<g {...mark(key, label)}>`. */
export const mark = (key: string, label: string) =>
  ({ 'data-mark': key, role: 'link', tabIndex: -1, 'aria-label': label }) as const

/** The mark that something in a picture belongs to. */
export const markOf = (target: EventTarget | null): SVGElement | undefined =>
  target instanceof Element ? (target.closest<SVGElement>('[data-mark]') ?? undefined) : undefined
