/** The button that gives a link to a decision, and says when it has. */
import { useWords } from '../../language.ts'
import { useSharedLink } from '../../ui/useSharedLink.ts'
import buttons from '../../ui/Buttons.module.css'

export function CopyLink({ route, label }: { route: string; label: string }) {
  const { t } = useWords()
  const { copied, share } = useSharedLink(route, label)
  return (
    <>
      <button type='button' className={buttons.button} onClick={() => void share()}>
        {t('decisions.copyLink')}
      </button>
      <span role='status' className='visually-hidden'>
        {copied ? t('decisions.linkCopied') : ''}
      </span>
    </>
  )
}
