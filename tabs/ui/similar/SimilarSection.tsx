/** Needs that are like an initiative: those that became part of it, those linked, and those that might be. */
import { useEffect, useRef, useState } from 'react'
import { initiatives } from '#src/lists/initiatives.ts'
import { mergeableStages, partsOf } from '#src/rules/needs/merging.ts'
import { isMet } from '#src/rules/needs.ts'
import { useSession } from '../../context.ts'
import { useItems } from '../../data.ts'
import { useWords } from '../../language.ts'
import { Refusals } from '../Refusals.tsx'
import type { Whole } from '../useWhole.ts'
import { Candidates } from './Candidates.tsx'
import { Linked, linkedOnly } from './Linked.tsx'
import { MergedInto, Parts } from './Parts.tsx'
import type { SectionTools } from './tools.ts'
import { useAsked } from './useAsked.ts'
import styles from './Similar.module.css'

/** `opened`: somebody was led here. The page's subjects must hold `similar` and `initiative`. */
export function SimilarSection({
  whole,
  mayEdit,
  opened = false,
}: {
  whole: Whole
  mayEdit: boolean
  opened?: boolean
}) {
  const { t, word } = useWords()
  const { session } = useSession()
  const all = useItems(session.data, initiatives)
  const { ask, busy, refusals } = useAsked()
  const [said, setSaid] = useState('')
  // What was pressed is often gone with what it did: whoever uses keys goes on from here, not from the top of the page.
  const line = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (said && (document.activeElement ?? document.body) === document.body) line.current?.focus()
  }, [said])
  const { initiative, complete } = whole
  const parts = partsOf(initiative.key, all)
  const linked = linkedOnly(initiative, parts)
  const isPart = initiative.state === 'merged'
  const asked =
    complete && !isPart && mergeableStages.includes(initiative.stage) && !isMet('similar', whole.preparation)
  // What is asked for is known only when the whole initiative has come: until somebody folds it, it follows that.
  const [chosen, setOpen] = useState<boolean | undefined>(opened || undefined)
  const open = chosen ?? (asked || isPart || parts.length > 0)
  const [led, setLed] = useState(opened)
  if (led !== opened) {
    setLed(opened)
    if (opened) setOpen(true)
  }
  const tools: SectionTools = {
    mayEdit,
    busy,
    ask: async (name, args, sentence) => {
      if (await ask(name, args)) setSaid(sentence)
    },
    say: setSaid,
  }
  const says = [
    ...(parts.length > 0 ? [t('similar.partsCount', { count: parts.length })] : []),
    ...(linked.length > 0 ? [t('similar.linkedCount', { count: linked.length })] : []),
    ...(initiative.similarChecked === 'none' ? [word('similarChecks', 'none')] : []),
    ...(asked ? [t('similar.notLooked')] : []),
  ]
  return (
    <details
      id='section-similar'
      className={styles.section}
      open={open}
      onToggle={(event) => event.target === event.currentTarget && setOpen(event.currentTarget.open)}
    >
      <summary className={styles.head}>
        <h2>{t('similar.title')}</h2> <span className={styles.says}>{says.join(' · ')}</span>
      </summary>
      {open && (
        <>
          {isPart && <MergedInto need={initiative} tools={tools} />}
          {asked && <p className={styles.hint}>{t('similar.asked')}</p>}
          <Parts parts={parts} tools={tools} />
          <Linked initiative={initiative} linked={linked} tools={tools} />
          {complete && !isPart && <Candidates whole={whole} asked={asked} tools={tools} />}
          <Refusals refusals={refusals} />
          <p ref={line} role='status' tabIndex={-1} className={styles.said}>
            {said}
          </p>
        </>
      )}
    </details>
  )
}
