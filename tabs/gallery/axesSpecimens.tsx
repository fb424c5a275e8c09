/** Axes of balance as an installation has named them, and what is said when its names could not be read. */
import { balanceAxes } from '#src/lists/balance.ts'
import type { Locale } from '#src/text/words.ts'
import { everyAxis } from '#src/rules/pictures/axes.ts'
import { useWords } from '../language.ts'
import { AxesContext, useAxes } from '../ui/axes/axesContext.ts'
import { NamedAxes } from '../ui/axes/NamedAxes.tsx'
import { UnreadNames } from '../ui/axes/UnreadNames.tsx'
import { galleryText } from './samples.ts'
import type { Specimen } from './specimens.tsx'

const axis = { id: '1', version: '1', key: 'complexity', title: 'Komplexitet' }
const unread = {
  used: everyAxis,
  said: undefined,
  error: new Error('No answer'),
  reload: () => undefined,
}

export function axesSpecimens(locale: Locale): Specimen[] {
  const named = [{ ...axis, swedish: galleryText(locale).need }]
  return [
    {
      part: 'axes/NamedAxes',
      state: 'filled',
      show: (
        <NamedAxes>
          <EveryAxis />
        </NamedAxes>
      ),
      given: { store: { all: () => Promise.resolve(named as never) } },
    },
    {
      part: 'axes/UnreadNames',
      state: 'failed',
      show: (
        <AxesContext value={unread}>
          <UnreadNames />
        </AxesContext>
      ),
    },
  ]
}

function EveryAxis() {
  const { of } = useWords()
  const { used } = useAxes()
  return (
    <ul>
      {used.map((one) => (
        <li key={one}>{of(balanceAxes, one)}</li>
      ))}
    </ul>
  )
}
