/** Needs that are alike, linked and merged: in every state. */
import type { Locale } from '#src/text/words.ts'
import { Candidates } from '../ui/similar/Candidates.tsx'
import { Linked } from '../ui/similar/Linked.tsx'
import { LinkAnother } from '../ui/similar/LinkAnother.tsx'
import { MergeDialog } from '../ui/similar/MergeDialog.tsx'
import { MergePreview } from '../ui/similar/MergePreview.tsx'
import { NeedLink } from '../ui/similar/NeedLink.tsx'
import { MergedInto, Parts } from '../ui/similar/Parts.tsx'
import { SimilarNeeds } from '../ui/similar/SimilarNeeds.tsx'
import { SimilarSection } from '../ui/similar/SimilarSection.tsx'
import type { SimilarNeed } from '../ui/similar/useSimilar.ts'
import { samplesOf } from './samples.ts'
import type { Specimen } from './specimens.tsx'

const nothing = () => undefined
const tools = { mayEdit: true, busy: false, ask: () => Promise.resolve(), say: nothing }

export function similarSpecimens(locale: Locale): Specimen[] {
  const { t, initiative, more, whole, unit } = samplesOf(locale)
  const [, long = initiative] = more
  const option = { key: unit.key, title: unit.title }
  const { key, number, title, stage, state } = initiative
  const similar: SimilarNeed = {
    key,
    number,
    title,
    stage,
    state,
    likeness: 0.8,
    level: 'very',
    why: [t.need],
  }
  return [
    {
      part: 'similar/Candidates',
      state: 'empty',
      show: <Candidates whole={whole} asked tools={tools} />,
      alone: true,
    },
    {
      part: 'similar/Linked',
      state: 'empty',
      show: <Linked initiative={initiative} linked={[option]} tools={tools} />,
    },
    {
      part: 'similar/LinkAnother',
      state: 'filled',
      show: <LinkAnother of={initiative.key} known={new Set()} tools={tools} />,
    },
    {
      part: 'similar/MergeDialog',
      state: 'filled',
      show: <MergeDialog initiative={initiative} others={['i-2']} close={nothing} />,
      alone: true,
    },
    { part: 'similar/MergePreview', state: 'filled', show: <MergePreview into={initiative} from={[long]} /> },
    { part: 'similar/NeedLink', state: 'filled', show: <NeedLink need={initiative} /> },
    { part: 'similar/Parts', state: 'filled', show: <Parts parts={[long]} tools={tools} /> },
    {
      part: 'similar/Parts',
      state: 'merged',
      show: <MergedInto need={{ ...long, mergedInto: { key: 'i-1', title: t.need } }} tools={tools} />,
    },
    { part: 'similar/SimilarNeeds', state: 'filled', show: <SimilarNeeds found={[similar]} /> },
    {
      part: 'similar/SimilarNeeds',
      state: 'long texts',
      show: <SimilarNeeds found={[{ ...similar, title: t.long }]} />,
    },
    {
      part: 'similar/SimilarSection',
      state: 'filled',
      show: <SimilarSection whole={whole} mayEdit />,
      alone: true,
    },
  ]
}
