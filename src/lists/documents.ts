/** Where the documents of initiatives are kept in the site's library: a folder for each, named by its number. */

/** The folder that holds the others. Final, like the names of lists. */
export const documentsFolder = 'Initiativ'
