/** Takes the mark of confidentiality off an initiative, with a reason that its history keeps. */
import { Button, Field, Input } from '@fluentui/react-components'
import { type SyntheticEvent, useEffect, useRef, useState } from 'react'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { useSession } from '../context.ts'
import { useWords } from '../language.ts'
import { Refusals } from '../ui/Refusals.tsx'
import type { Sent } from './Confidential.tsx'
import styles from './Initiative.module.css'

export function LiftForm({ initiative, close }: { initiative: Initiative; close: (sent?: Sent) => void }) {
  const { t } = useWords()
  const { session } = useSession()
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [refusals, setRefusals] = useState<Refusal[]>([])
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const send = async (event: SyntheticEvent) => {
    event.preventDefault()
    setBusy(true)
    const answer = await session.acting.act('liftConfidential', { initiative: initiative.key, reason })
    setBusy(false)
    if ('refusals' in answer) setRefusals(answer.refusals)
    else close('waiting' in answer ? 'waiting' : 'doneLift')
  }
  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={(event) => void send(event)}
      aria-label={t('confidential.lift')}
    >
      <p>{t('confidential.liftWhat')}</p>
      <Field label={t('confidential.liftReason')} required>
        <Input maxLength={255} value={reason} onChange={(_, { value }) => setReason(value)} />
      </Field>
      <Refusals refusals={refusals} />
      <div className={styles.actions}>
        <Button type='submit' appearance='primary' disabledFocusable={busy}>
          {t('confidential.liftSend')}
        </Button>
        <Button onClick={() => close()}>{t('app.cancel')}</Button>
      </div>
    </form>
  )
}
