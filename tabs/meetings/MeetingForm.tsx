/** A form within the pages of meetings: what is filled in, why it was refused, and two buttons to send it or to leave it. */
import type { ReactNode } from 'react'
import type { Refusal } from '#src/rules/refusal.ts'
import { useWords } from '../language.ts'
import { Refusals } from '../ui/Refusals.tsx'
import buttons from '../ui/Buttons.module.css'
import forms from './Forms.module.css'

export function MeetingForm({
  label,
  refusals,
  submit,
  submits,
  disabled,
  close,
  closes,
  children,
}: {
  /** What the form is for, to whoever doesn't see what stands around it. */
  label: string
  refusals: readonly Refusal[]
  submit: () => Promise<void>
  /** What the button that submits says; that it saves, unless told otherwise. */
  submits?: string
  /** Whether it can't be submitted as it stands. */
  disabled: boolean
  close: () => void
  /** What the button that closes says; that it is called off, unless told otherwise. */
  closes?: string
  children: ReactNode
}) {
  const { t } = useWords()
  return (
    <form
      className={forms.form}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      {children}
      <Refusals refusals={refusals} />
      <div className={forms.actions}>
        <button type='submit' className={buttons.primary} disabled={disabled}>
          {submits ?? t('app.save')}
        </button>
        <button type='button' className={buttons.button} onClick={close}>
          {closes ?? t('app.cancel')}
        </button>
      </div>
    </form>
  )
}
