/** Five thousand more employees, so that searching for a person means something. Always the same ones. */
import type { DirectoryPerson } from '#scripts/tenant/options.ts'
import { stableGuid } from './stableGuid.ts'

const firstNames =
  'Anna Maria Eva Karin Sara Lena Emma Kerstin Malin Jenny Ingrid Linda Hanna Birgitta Susanne Elin Marie Åsa Ulla Monica Helena Ida Johanna Sofia Camilla Annika Louise Linnea Amanda Katarina Julia Maja Ebba Alva Fatima Amina Leila Zahra Mona Åse Lars Anders Mikael Johan Karl Per Erik Jan Peter Thomas Daniel Fredrik Hans Bengt Mats Andreas Stefan Sven Magnus Nils Björn Jonas Alexander Martin Niklas Robert Ulf Oskar Viktor Emil Gustav Axel Hugo Filip Göran Håkan Ahmed Ali Hassan Omar Yusuf Mehmet Goran Milan Tomasz Piotr Samir Karim Ibrahim Elias Noah Liam Lucas Adam Ludvig Isak Åke Örjan Östen'.split(
    ' ',
  )
const lastNames =
  'Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson Gustafsson Pettersson Jonsson Jansson Hansson Bengtsson Lindberg Jakobsson Magnusson Olofsson Lindström Lindqvist Lindgren Axelsson Berg Bergström Lundberg Lind Lundgren Lundqvist Mattsson Berglund Fredriksson Sandberg Henriksson Forsberg Sjöberg Wallin Engström Eklund Danielsson Lundin Håkansson Björk Bergman Gunnarsson Holm Wikström Samuelsson Isaksson Fransson Bergqvist Nyström Holmberg Arvidsson Löfgren Söderberg Nyberg Blomqvist Claesson Nordström Mårtensson Lundström Viklund Eliasson Pålsson Björklund Berggren Sandström Nordin Ström Åberg Hermansson Ekström Falk Holmgren Dahlberg Hellström Hedlund Sundberg Sjögren Ek Blom Abrahamsson Martinsson Öberg Andreasson Strömberg Månsson Åkesson Hansen Norberg Ali Ahmed Hassan Mohamed Kovačević Nowak Yılmaz Haddad Al-Masri Nguyen'.split(
    ' ',
  )

/** Common posts, the commonest first. */
const posts = [
  'Undersköterska',
  'Lärare',
  'Sjuksköterska',
  'Vårdbiträde',
  'Barnskötare',
  'Handläggare',
  'Socialsekreterare',
  'Administratör',
  'Enhetschef',
  'Fysioterapeut',
  'Arbetsterapeut',
  'Systemförvaltare',
  'Kock',
  'Fastighetsskötare',
  'Ekonom',
  'HR-konsult',
  'Bibliotekarie',
  'Verksamhetsutvecklare',
  'Kommunikatör',
  'Upphandlare',
]

export const CROWD = 5000
/** The rest share a name with somebody, as in any large organisation. */
const NAMES = Math.floor(CROWD * 0.98)
/** Has no factor in common with the number of pairs, so that no pair comes twice before all have come. */
const STRIDE = 4001

/** `homes`: units to spread them over, with the groups that their employees are in; `taken`: addresses of others. */
export function crowd(
  homes: { unit: string; groups: string[] }[],
  taken: string[],
): (DirectoryPerson & { groups: string[] })[] {
  const addresses = new Set(taken)
  return Array.from({ length: CROWD }, (_, index) => {
    const pair = ((index % NAMES) * STRIDE) % (firstNames.length * lastNames.length)
    const givenName = firstNames[pair % firstNames.length] ?? ''
    const surname = lastNames[Math.floor(pair / firstNames.length)] ?? ''
    const address = freeAddress(`${plain(givenName)}.${plain(surname)}`, addresses)
    const home = homes[(index * 7) % homes.length]
    return {
      id: stableGuid(`crowd-${index}`),
      displayName: `${givenName} ${surname}`,
      givenName,
      surname,
      userPrincipalName: address,
      mail: address,
      // Squared, so that the first posts are the commonest.
      jobTitle: posts[Math.floor((((index * 137) % 1000) / 1000) ** 2 * posts.length)] ?? '',
      department: home?.unit ?? '',
      groups: home?.groups ?? [],
    }
  })
}

/** `anna.berg`, and `anna.berg.2` for the next of that name. */
function freeAddress(name: string, addresses: Set<string>): string {
  let address = `${name}@example.org`
  for (let number = 2; addresses.has(address); number += 1) address = `${name}.${number}@example.org`
  addresses.add(address)
  return address
}

const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ı', 'i')
    .replaceAll(/[^A-Za-z]/g, '')
    .toLowerCase()
