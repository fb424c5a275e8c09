/** Gives a link to what is shown: by the host's own way to share, or copied. */
import { useState } from 'react'
import { useSession } from '../context.ts'

/** `copied`: whether it has been given since the page was opened. */
export function useSharedLink(route: string, label: string) {
  const { session } = useSession()
  const [copied, setCopied] = useState(false)
  const share = async () => {
    const host = await session.host
    if (host) host.shareLink(route, label)
    else await navigator.clipboard.writeText(window.location.origin + route)
    setCopied(true)
  }
  return { copied, share }
}
