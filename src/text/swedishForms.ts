/** What Swedish words have in common whatever they are about: words that say nothing of a subject, and endings of inflected forms. */

/** Function words, and the verbs and nouns that every text about a need is written with. */
export const functionWords: ReadonlySet<string> = new Set(
  `och i att det som en på är av för med till den har de inte om ett men var jag sig från vi så kan när år under också
  efter eller nu sin där vid mot ska skulle kommer ut får finns vara hade alla andra mycket än här då sedan över bara in
  blir upp även vad få två vill ha många hur mer går sitt dag samma utan varje denna detta dessa dem dess deras vår våra
  man sina själv själva någon något några ingen inget inga bli blev kunna måste bör samt via t ex dvs mm osv idag
  genom mellan både innan medan eftersom därför vilket vilka vilken redan ofta lika enligt inom hos per
  behov behöver behövs saknas`.split(/\s+/),
)

/** Endings of nouns, adjectives and verbs, longest first; taken off only when enough of the word is left. */
export const endings: readonly string[] =
  `heternas ningarna ningen ningar andet anden arnas ornas ernas heten heter ande ende arna orna erna aren ades are ade ast
  het ens ars ers ors arn ets ing ar or er en et at ad de te es as a e t s`
    .split(/\s+/)
    .toSorted((a, b) => b.length - a.length)
