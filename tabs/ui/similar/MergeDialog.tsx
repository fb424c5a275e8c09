/** Makes several needs one: which they are, which becomes the one, and what follows, before it is done. */
import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Radio,
  RadioGroup,
} from '@fluentui/react-components'
import { useState } from 'react'
import { dependencies } from '#src/lists/businessCase.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import { circleByMerging } from '#src/rules/initiatives/dependencies.ts'
import { isAlive } from '#src/rules/needs/mergedStage.ts'
import { wholeKeys } from '#src/rules/needs/wholeKeys.ts'
import { type MergePart, mergeRefusals, nameOf, partsOf } from '#src/rules/needs/merging.ts'
import { processOf } from '#src/rules/processes.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { useSession } from '../../context.ts'
import { useItems } from '../../data.ts'
import { useWords } from '../../language.ts'
import { Refusals } from '../Refusals.tsx'
import { useMyRoles } from '../useMyRoles.ts'
import { MergePreview } from './MergePreview.tsx'
import { useAsked } from './useAsked.ts'
import styles from './Similar.module.css'

export function MergeDialog({
  initiative,
  others,
  close,
}: {
  initiative: Initiative
  /** Keys of those that may be merged with it. */
  others: readonly string[]
  /** With what to say, when it was done. */
  close: (sentence?: string) => void
}) {
  const { t } = useWords()
  const { session } = useSession()
  const all = useItems(session.data, initiatives)
  const known = useItems(session.data, portfolios)
  const roles = useMyRoles()
  const { ask, busy, refusals } = useAsked()
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [chosen, setChosen] = useState(initiative.key)
  const [closing, setClosing] = useState<{ sentence?: string }>()
  // What is over can't become a part of anything: it is linked, not offered here.
  const choices = others.flatMap((key) => all.filter((row) => row.key === key && isAlive(row)))
  const taking = [initiative, ...choices.filter(({ key }) => picked.has(key))]
  const into = taking.find(({ key }) => key === chosen) ?? initiative
  const from = taking.filter((one) => one !== into)
  const named = (key: string) => {
    const one = all.find((row) => row.key === key)
    return { key, title: one ? nameOf(one) : key }
  }
  const part = (one: Initiative): MergePart => ({
    initiative: one,
    process: processOf(one, known),
    parts: partsOf(one.key, all).length,
  })
  const circle = circleByMerging(
    { into: into.key, from: from.map(({ key }) => key) },
    useItems(session.data, dependencies),
    wholeKeys(all),
  )
  const local: Refusal[] = [
    ...mergeRefusals({ id: session.person.id, roles }, part(into), from.map(part)),
    ...(circle.length > 0 ? [{ why: 'circle' as const, through: circle.map(named) }] : []),
  ]
  const shown = local.length > 0 ? local : refusals

  const send = async () => {
    const done = await ask('mergeNeeds', { into: into.key, from: from.map(({ key }) => key) })
    if (done) setClosing({ sentence: t('similar.mergeDone', { count: from.length, into: nameOf(into) }) })
  }
  return (
    // Closed before it is taken away: a dialog that vanishes leaves the page hidden from screen readers.
    <Dialog
      open={!closing}
      onOpenChange={(_, { open }) => !open && setClosing({})}
      surfaceMotion={{
        onMotionFinish: (_, { direction }) => direction === 'exit' && close(closing?.sentence),
      }}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('similar.mergeTitle')}</DialogTitle>
          <DialogContent className={styles.dialog}>
            <fieldset className={styles.choices}>
              <legend>{t('similar.mergeWhich', { need: nameOf(initiative) })}</legend>
              {choices.map((one) => (
                <Checkbox
                  key={one.key}
                  label={nameOf(one)}
                  checked={picked.has(one.key)}
                  onChange={(_, { checked }) =>
                    setPicked(
                      new Set([...picked, one.key].filter((key) => key !== one.key || checked === true)),
                    )
                  }
                />
              ))}
            </fieldset>
            {from.length > 0 && (
              <>
                <Field label={t('similar.mergeInto')}>
                  <RadioGroup value={into.key} onChange={(_, { value }) => setChosen(value)}>
                    {taking.map((one) => (
                      <Radio key={one.key} value={one.key} label={nameOf(one)} />
                    ))}
                  </RadioGroup>
                </Field>
                {shown.length === 0 && <MergePreview into={into} from={from} />}
                <Refusals refusals={shown} />
              </>
            )}
          </DialogContent>
          <DialogActions>
            <Button onClick={() => setClosing({})}>{t('app.cancel')}</Button>
            <Button
              appearance='primary'
              disabledFocusable={busy || from.length === 0 || local.length > 0}
              onClick={() => void send()}
            >
              {from.length > 0 ? t('similar.mergeDo', { count: from.length + 1 }) : t('similar.merge')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
