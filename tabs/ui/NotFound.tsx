/** An address that leads nowhere, with the way back. */
import { Link } from 'wouter'
import { useWords } from '../language.ts'
import { Page } from './Page.tsx'

export function NotFound() {
  const { t } = useWords()
  return (
    <Page title={t('app.title')}>
      <p>{t('app.notFound')}</p>
      <Link href='/portfolio'>{t('app.back')}</Link>
    </Page>
  )
}
