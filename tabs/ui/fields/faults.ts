/**
 * What is wrong with a field that can't be sent, in the language of the page: the browser says it in its own, which need not be
 * the one that the person has chosen in Teams. https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#dom-cva-setcustomvalidity
 */
import type { Words } from '#src/text/words.ts'

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** Answers how to stop. */
export function sayFaults(page: Document, words: Words): () => void {
  const told = new Set<Control>()
  const say = ({ target }: Event) => {
    if (!isControl(target)) return
    target.setCustomValidity(faultOf(target, words))
    told.add(target)
  }
  // Judged anew each time: what has a sentence of ours is refused until it is taken away.
  const forget = () => {
    for (const control of told) control.setCustomValidity('')
    told.clear()
  }
  const ends = ['input', 'change', 'click'] as const
  page.addEventListener('invalid', say, true)
  for (const end of ends) page.addEventListener(end, forget, true)
  return () => {
    forget()
    page.removeEventListener('invalid', say, true)
    for (const end of ends) page.removeEventListener(end, forget, true)
  }
}

/** Empty for what we have no sentence for: the browser's stands. */
function faultOf(control: Control, { t }: Words): string {
  const { valueMissing, badInput, rangeUnderflow, rangeOverflow } = control.validity
  if (badInput) return t('fault.unreadable')
  if (valueMissing) return t('fault.missing')
  if (!(control instanceof HTMLInputElement)) return ''
  if (rangeUnderflow) return t(control.type === 'date' ? 'fault.early' : 'fault.low', { limit: control.min })
  if (rangeOverflow) return t(control.type === 'date' ? 'fault.late' : 'fault.high', { limit: control.max })
  return ''
}

const isControl = (target: EventTarget | null): target is Control =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLSelectElement ||
  target instanceof HTMLTextAreaElement
