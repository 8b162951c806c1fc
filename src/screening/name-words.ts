/** Words that tell little about whom a name means, and words that are written for each other. All folded, in Latin letters unless said. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Between the parts of personal names; never the part itself. */
export const particles = set(
  'al el ul ad as ash ar at az an bin ibn ben bint binti bte ould uld ait de da do dos das del della di du la le les los las van von der den dem des ter ten te zu zum zur vom und of the y e i and et ' +
    'do na av',
);

/** What is put before or after a personal name without being of it. */
export const titles = set(
  'mr mrs ms miss mister dr doctor prof professor sir lord lady dame sheikh shaikh shaykh cheikh sheik haji hajji hajj haj hadji hadj mullah mulla mawlawi maulavi maulana mawlana molla qari ' +
    'sayyid syed ustaz general gen gnl brigadier colonel col lieutenant lt major maj captain capt commander admiral marshal sergeant president minister ambassador senator governor chairman ' +
    'king queen prince princess emir engineer eng ing ir hojatoleslam ayatollah imam monsieur madame mme mlle herr frau senor senora don dona jr junior sr senior ii iii iv esq phd md',
);

/** In front of or behind the names of ships. */
export const shipWords = set('mv ms mt mts mtv ss sv fv my vessel ship tanker motor');

/** Words that many organisations share. */
export const commonWords = set(
  'bank company group holding holdings international general trading trade industries industry industrial corporation enterprise enterprises services service systems system technology technologies ' +
    'national central state foundation organization organisation association society institute university center centre committee council department ministry office agency bureau branch ' +
    'investment investments capital finance financial fund trust insurance shipping marine maritime lines line transport logistics aviation airlines air engineering construction development ' +
    'research production products energy oil gas petroleum petrochemical power electric electronics steel metal metals mining chemical pharmaceutical import export commercial development ' +
    'management consulting solutions global world united new north south east west the and of for in republic federation people peoples government plant factory works bureau design scientific ' +
    'kompaniya zavod bank banka banco banque universitet institut tsentr gruppa gruppe groupe grupo joint stock open closed public private business islamic arab military security defense defence army brigade front movement party headquarters unit concern institute',
);

const nicknameGroups =
  'william bill will willy billy, robert bob rob bobby robbie, richard dick rick ricky rich, edward ed ted eddie teddy ned, theodore ted teddy theo, james jim jimmy jamie, john jack johnny juan, joseph joe joey, thomas tom tommy, ' +
  'charles charlie chuck, henry harry hank, margaret maggie peggy meg, elizabeth liz beth betty eliza lisa, katherine catherine kate kathy katie, michael mike mick mickey, david dave, daniel dan danny, ' +
  'benjamin ben bibi benny, samuel sam sammy, anthony tony, andrew andy drew, christopher chris, nicholas nick nicky, alexander alex sasha sandy alec aleksandr, alexandra sasha alex sandra, patrick pat paddy, ' +
  'frederick fred freddy, gerald gerry jerry, lawrence larry, leonard leo len, matthew matt, peter pete, philip phil, ronald ron, donald don donnie, stephen steve steven, timothy tim, walter walt, kenneth ken, ' +
  'jeffrey jeff geoffrey, gregory greg, raymond ray, susan sue, deborah debbie, jennifer jen jenny, patricia pat patty trish, barack barry, ronald ron, francis frank, abraham abe, albert al bert, arthur art, ' +
  'vladimir volodya vova, dmitri dima mitya, ivan vanya, mikhail misha, nikolai kolya, sergei seryozha, yevgeny evgeny zhenya, alexei alyosha lyosha, maria masha, anna anya, ekaterina katya, tatiana tanya, yuri yura, ' +
  'sergei sergey serhii serhiy siarhei siarhey, vladimir uladzimir volodymyr vladzimir, nikolai nikolay mykola mikalai, dmitri dmitry dmytro dzmitry, alexander aleksandr oleksandr aliaksandr, ' +
  'alexei aleksei oleksii oleksiy aliaksei, evgeny yevgeny yevhen yauhen, mikhail mykhailo mikhas, pavel pavlo, petr pyotr petro piotr, grigory hryhorii ryhor, ' +
  'boris borya, pavel pasha, konstantin kostya, grigory grisha, anatoly tolya, viktor vitya, vasily vasya, pyotr petya, andrei andryusha, georgy gosha zhora, lev lyova, roman roma, yelena elena lena, ' +
  'francisco paco pancho, jose pepe, jesus chucho, ignacio nacho, guillermo memo, alfonso poncho, enrique quique, eduardo lalo, giuseppe beppe peppe, giovanni gianni, luigi gigi, johannes hans, heinrich heinz, ' +
  'friedrich fritz, josef sepp, gunter gunther, abdulrahman abdou, muhammad mo, mustafa mus, suleiman sulo, amirhossein amir, gholamreza gholam, hosein hosi';

/** Family names of Korea and China as the several ways of writing them in Latin letters have them. */
const variantGroups =
  'gim kim, bak bag park pak, i yi lee ri rhee li, choe choi, jeong jung chung jong cheong, jo cho, gang kang, im lim rim, no roh noh, yu yoo ryu, baek baeg paek, go ko koh, gwon kwon, seo suh, o oh, ' +
  'heo huh hur, sin shin, mun moon, u woo, gu koo ku, ju joo chu, jang chang, jeon jun chon, xi hsi, zhang chang cheung, zhao chao chiu, zhou chow chou, xu hsu, cai tsai choi, jiang chiang kiang, ' +
  'qin chin, liu lau lao, huang wong hwang, chen chan tan, wu ng, lin lam lim, ye yip yeh, guo kuo kwok, deng teng tang, zheng cheng chng, xie hsieh tse, yang yeung';

const groupsOf = (text: string): ReadonlyMap<string, ReadonlySet<number>> => {
  const groups = new Map<string, Set<number>>();
  for (const [number, group] of text.split(', ').entries()) {
    for (const name of group.split(' ')) groups.set(name, (groups.get(name) ?? new Set()).add(number));
  }
  return groups;
};
const nicknames = groupsOf(nicknameGroups);
const variants = groupsOf(variantGroups);

function shareGroup(groups: ReadonlyMap<string, ReadonlySet<number>>, a: string, b: string): boolean {
  const [mine, theirs] = [groups.get(a), groups.get(b)];
  if (mine === undefined || theirs === undefined) return false;
  for (const group of mine) if (theirs.has(group)) return true;
  return false;
}

/** Whether a word has a pet form or another spelling in these tables at all. */
export const hasKin = (word: string): boolean => nicknames.has(word) || variants.has(word);

/** Whether one given name is a short or pet form of the other. */
export const isNickname = (a: string, b: string): boolean => shareGroup(nicknames, a, b);

/** Whether two words are one family name of Korea or China, written in Latin letters by different rules. */
export const isVariant = (a: string, b: string): boolean => shareGroup(variants, a, b);

const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ordinals =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  );
const russianOrdinals = 'pervyi vtoroi tretii chetvertyi pyatyi shestoi sedmoi vosmoi devyatyi desyatyi'.split(' ');
const romans = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx'.split(' ');

const values = new Map<string, number>();
for (const [value, word] of units.entries()) values.set(word, value);
for (const [value, word] of ordinals.entries()) values.set(word, value);
for (const [i, word] of tens.entries()) values.set(word, (i + 2) * 10);
values.set('fourty', 40).set('twentieth', 20).set('thirtieth', 30);
for (const [i, word] of russianOrdinals.entries()) values.set(word, i + 1);

/** The number a folded word stands for (44, 44th, forty, first), or none; Roman ones only from II on, a single letter is a letter. */
export function numberOf(word: string, roman: boolean): number | undefined {
  if (word.charCodeAt(0) < 0x3a && /^\d{1,9}(?:st|nd|rd|th|y|i|e|er|eme)?$/.test(word))
    return Number.parseInt(word, 10);
  if (roman && word.length > 1) {
    const value = romans.indexOf(word) + 1;
    if (value > 0) return value;
  }
  return values.get(word);
}

/** Whether it is a full ten that a unit may follow (forty four). */
export const isTens = (value: number): boolean => value >= 20 && value < 100 && value % 10 === 0;

/** Spelled differently by country or cut short. */
export const abbreviations = new Map(
  (
    'intl:international int:international natl:national assn:association assoc:association dept:department univ:university govt:government mfg:manufacturing bros:brothers ' +
    'organisation:organization centre:center defence:defense labour:labor tech:technology technologies:technology industries:industry industrial:industry holdings:holding investments:investment ' +
    'grp:group srvcs:service srvces:service services:service systems:system enterprises:enterprise comm:commercial dev:development eng:engineering engg:engineering mgmt:management ' +
    'gruppe:group groupe:group grupo:group gruppa:group banque:bank banco:bank banka:bank petro:petroleum and:and brigades:brigade ' +
    'factory:plant works:plant zavod:plant fabrika:plant kombinat:plant hq:headquarters hqs:headquarters voiskovaya:military chast:unit universitet:university universidad:university ' +
    'universite:university universitat:university institut:institute instituto:institute tsentr:center zentrum:center centro:center kontsern:concern konzern:concern obedinenie:association ' +
    'predpriyatie:enterprise agentstvo:agency nauchno:scientific issledovatelskii:research proizvodstvennoe:production ' +
    'danshgah:university jamah:university bnk:bank msrf:bank snaia:industry bniad:foundation mvssh:foundation sazman:organization mnzmh:organization grvh:group mjmvah:group vzart:ministry hvapimaii:air'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);
