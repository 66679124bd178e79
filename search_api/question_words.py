"""Groups of words that staff ask with, as patterns that the rules are made of."""

# What may stand between the question's words: who decided, and that something was.
BODY = (
    r"(?:(?:rådmand|rådmænd|udvalg|byråd|magistrat|bestyrelse|forvaltning)\w*"
    r"|[\w-]+(?:- og [\w-]+)?udvalget|man|vi|de)"
)
WHO = rf"(?: der| {BODY})?"
DECIDED = (
    r"(?:beslut+et|aftalt|vedtaget|godkendt|bestemt|konkluderet|afvist|forkastet|tiltrådt|afgjort"
    r"|sagt ja til|taget stilling til)"
)
SAID = r"(?:sagt|meldt ud|svaret|oplyst|bemærket|drøftet|understreget|fremhævet)"
# What becomes of a thing that is decided on; these words stay with the topic.
BECOME = (
    r"(?:permanent\w*|forlænget|nedlagt|oprettet|indført|stoppet|ændret|flyttet|lukket|udsat|udskudt|udvidet"
    r"|nedsat|bevilget|afsat|opgivet|valgt|aflyst|sat i gang|igangsat|videreført)"
)
DECIDES = (
    r"(?:beslut+ede|godkendte|vedtog|afviste|tiltrådte|valgte|udvalgte|prioriterede|aftalte|bestemte"
    r"|konkluderede)"
)
SAID_BY = r"(?:sagde|mente|svarede|meldte|ønskede|bemærkede|understregede|lagde vægt på)"
# What who has done it need not go on with, as who has promised something does: hvem har foreslået …?
DONE = (
    r"(?:foreslået|sagt|udtalt|nævnt|bemærket|kritiseret|klaget|spurgt|bedt|ønsket|krævet|søgt|ansøgt|skrevet"
    r"|talt|stemt|deltaget|været|holdt|fremlagt|vundet)"
)
# Nouns that ask for a number or a day by themselves; they stay with the topic.
MEASURE = (
    r"(?:antal(?:let)?|ventetid(?:en)?|husleje(?:n)?|pris(?:en)?|takst(?:en)?|udgift(?:en)?|størrelse(?:n)?"
    r"|beløb(?:et)?|budget(?:tet)?|tilskud(?:det)?|mål(?:et)?(?= for| om)|andel(?:en)?)"
)
DEADLINE = r"(?:frist(?:en)?|tidsfrist(?:en)?|deadline(?:n)?|dato(?:en)?)"
FILLERS = r"(?: (?:er|bliver|blev|skal|kan|var|vil|har|går|der|det|man|vi|så|lige|nu|egentlig)\b)*"

# Between the words that ask and the topic.
JOINT = (
    r"(?:[ ,:?–-]*\b(?:om|vedr\.?|vedrørende|angående|omkring|på|med|ved|for|af|til|ift\.?|i forhold til"
    r"|i sagen om|i punktet om|punktet om|sagen om|i forbindelse med)(?=\s))*"
)
