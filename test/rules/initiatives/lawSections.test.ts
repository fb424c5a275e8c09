/** Sections of the secrecy act that are proposed, by chapter: what each chapter is about stands in the act's own headings. */
import { expect, test } from 'vitest'
import { lawSections } from '#src/lists/lawSections.ts'
import { swedish } from '#src/text/swedish.ts'

await swedish.learn('confidential')

/**
 * Chapters of the act with what their headings speak of: 18 the fight against crime and security, 19 the public's economy, 21 and
 * 25–26 somebody's personal circumstances, 31 somebody's economy.
 * https://www.riksdagen.se/sv/dokument-och-lagar/dokument/svensk-forfattningssamling/offentlighets--och-sekretesslag-2009400_sfs-2009-400/
 */
test.for([
  { chapter: 18, sections: ['18 kap. 8 §', '18 kap. 13 §'], about: /säkerhets|kriser/ },
  { chapter: 19, sections: ['19 kap. 3 §', '19 kap. 1 §'], about: /köp|affärs/ },
  { chapter: 21, sections: ['21 kap. 1 §'], about: /hälsa/ },
  { chapter: 25, sections: ['25 kap. 1 §'], about: /hälso- och sjukvård/ },
  { chapter: 26, sections: ['26 kap. 1 §'], about: /socialtjänst/ },
  { chapter: 31, sections: ['31 kap. 16 §'], about: /leverantörers/ },
])('chapter $chapter', ({ chapter, sections, about }) => {
  const found = Object.entries(lawSections).filter(([, section]) => section.startsWith(`${chapter} kap.`))
  expect(found.map(([, section]) => section)).toEqual(sections)
  for (const [name] of found)
    expect(swedish.t(`confidential.law.${name as keyof typeof lawSections}`)).toMatch(about)
})
