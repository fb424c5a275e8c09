/** Gives a link to what is shown: by the host's own way to share, or copied. */
import { useState } from 'react'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import buttons from '../../ui/Buttons.module.css'

export function CopyLink({ route, label }: { route: string; label: string }) {
  const { t } = useWords()
  const { session } = useSession()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    const host = await session.host
    if (host) host.shareLink(route, label)
    else await navigator.clipboard.writeText(window.location.origin + route)
    setCopied(true)
  }
  return (
    <>
      <button type='button' className={buttons.button} onClick={() => void copy()}>
        {t('decisions.copyLink')}
      </button>
      <span role='status' className='visually-hidden'>
        {copied ? t('decisions.linkCopied') : ''}
      </span>
    </>
  )
}
