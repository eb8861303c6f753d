namespace AbcdConnect.Application.Search;

/// <summary>Names that are one name: Liz and Elizabeth, Mohammed and Muhammad. Each set's first is its key.</summary>
internal static class Nicknames
{
    private static readonly Dictionary<string, string> Keys = Build(
        "elizabeth liz lizzie beth betty eliza libby lisa bess elsie elspeth",
        "margaret maggie meg peggy madge marge margie greta rita",
        "catherine katherine kathryn kate katie kath kathy cathy kitty katy",
        "william will bill billy willy liam wills",
        "robert rob bob bobby robbie bert",
        "richard rick dick ricky rich richie",
        "james jim jimmy jamie jem",
        "john jack johnny jon",
        "jonathan jonny jonathon",
        "michael mike mick mickey micky",
        "thomas tom tommy",
        "anthony tony antony ant",
        "edward ed eddie ted teddy ned",
        "charles charlie chas chuck",
        "david dave davy dai",
        "daniel dan danny",
        "joseph joe joey",
        "samuel sam sammy",
        "benjamin ben benny",
        "christopher chris kit topher",
        "nicholas nick nicky nicolas",
        "andrew andy drew",
        "alexander alex sandy alec alasdair alistair",
        "alexandra alexa sasha",
        "stephen steve steven stevie",
        "peter pete",
        "matthew matt",
        "patrick pat paddy",
        "patricia pat patsy tricia trish",
        "susan sue susie suzie susannah",
        "deborah deb debbie debra",
        "jennifer jen jenny",
        "barbara barb babs",
        "dorothy dot dottie dolly",
        "frances fran francesca",
        "francis frank frankie",
        "frederick fred freddie",
        "george georgie",
        "gerald gerry jerry",
        "harold harry",
        "henry hal hank",
        "jacqueline jackie jacqui",
        "judith judy",
        "josephine jo josie",
        "joanna joanne jo",
        "kenneth ken kenny",
        "lawrence larry laurence laurie",
        "leonard len lenny",
        "mary molly polly mollie",
        "philip phil phillip pip",
        "raymond ray",
        "rebecca becky becca",
        "ronald ron ronnie",
        "sarah sally sara",
        "stanley stan",
        "teresa theresa tess terry",
        "timothy tim",
        "victoria vicky vicki tori",
        "walter wally walt",
        "winifred win winnie",
        "mohammed muhammad mohammad mohamed muhammed mo md",
        "ahmed ahmad",
        "hussain hussein husain",
        "fatima fatema fatimah fatuma",
        "aisha ayesha aysha aishah",
        "abdullah abdallah abdulla",
        "yusuf yousuf yousef youssef joseph",
        "ibrahim ebrahim abraham",
        "aleksandra ola",
        "katarzyna kasia",
        "malgorzata gosia",
        "agnieszka aga",
        "oluwaseun seun",
        "oleksandr sasha",
        "olena lena");

    public static string? KeyOf(string word) => Keys.GetValueOrDefault(word);

    private static Dictionary<string, string> Build(params string[] sets)
    {
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var names in sets.Select(s => s.Split(' ')))
        {
            foreach (var name in names)
            {
                keys.TryAdd(name, names[0]);
            }
        }

        return keys;
    }
}
