/** The gallery: every shared part in every state, in the theme and language of the page. Not part of the product as built. */
import { use, useMemo, useState } from 'react'
import { subjects } from '#src/text/sv/subjects.ts'
import type { Subject } from '#src/text/words.ts'
import { useWords } from '../language.ts'
import { galleryText } from './samples.ts'
import { screensOf } from './screens.tsx'
import { Shown } from './Shown.tsx'
import { type Specimen, specimensOf } from './specimens.tsx'
import styles from './Gallery.module.css'

export function GalleryPage() {
  const words = useWords()
  for (const learnt of (Object.keys(subjects) as Subject[]).map((subject) => words.learn(subject)))
    use(learnt)
  const { locale } = words
  const t = galleryText(locale)
  const all = useMemo(() => [...specimensOf(locale), ...screensOf(locale)], [locale])
  const [alone, setAlone] = useState<Specimen>()
  if (alone)
    return (
      <>
        <button type='button' onClick={() => setAlone(undefined)}>
          {t.close}
        </button>
        <Shown specimen={alone} />
      </>
    )
  return (
    <div className={styles.gallery}>
      <h1>{t.title}</h1>
      <p>{t.about}</p>
      {all.map((specimen) => (
        <section key={`${specimen.part} ${specimen.state}`} className={styles.specimen}>
          <h2>
            {specimen.part} <small>{specimen.state}</small>
          </h2>
          {specimen.alone ? (
            <button type='button' onClick={() => setAlone(specimen)}>
              {t.open} {specimen.part}, {specimen.state}
            </button>
          ) : (
            <Shown specimen={specimen} />
          )}
        </section>
      ))}
    </div>
  )
}
