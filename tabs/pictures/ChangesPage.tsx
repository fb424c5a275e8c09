/** Changes: the initiatives that fit the filters. */
import { formatNumber } from '#src/text/format.ts'
import { useWords } from '../language.ts'
import { PicturePage } from './PicturePage.tsx'

export function ChangesPage() {
  const { t, locale } = useWords()
  return (
    <PicturePage title='pictures.changes'>
      {(shown) => <p>{t('portfolio.groupCount', { count: formatNumber(shown.length, locale) })}</p>}
    </PicturePage>
  )
}
