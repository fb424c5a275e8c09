/** Flow: the initiatives that fit the filters. */
import { formatNumber } from '#src/text/format.ts'
import { useWords } from '../language.ts'
import { PicturePage } from './PicturePage.tsx'

export function FlowPage() {
  const { t, locale } = useWords()
  return (
    <PicturePage title='pictures.flow'>
      {(shown) => <p>{t('portfolio.groupCount', { count: formatNumber(shown.length, locale) })}</p>}
    </PicturePage>
  )
}
