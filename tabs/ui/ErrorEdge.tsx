/** Catches what a screen throws, and says what to do; what was saved is still there. */
import { Component, type ReactNode } from 'react'
import { useWords } from '../language.ts'
import { Page } from './Page.tsx'

// React has no function that catches: the one class that is not an error.
export class ErrorEdge extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    return this.state.failed ? <Failed /> : this.props.children
  }
}

function Failed() {
  const { t } = useWords()
  return (
    <Page title={t('app.title')}>
      <p role='alert'>{t('app.failed')}</p>
      <button type='button' onClick={() => window.location.reload()}>
        {t('app.reload')}
      </button>
    </Page>
  )
}
