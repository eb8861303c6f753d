using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Search;

namespace AbcdConnect.Domain.People;

/// <summary>A resident. A first name is enough; nothing here asks what is wrong.</summary>
public sealed class Person : AggregateRoot, IPersonal, ISearchable
{
    private Person()
    {
    }

    public PersonId Id { get; private set; }

    public ProgrammeId ProgrammeId { get; private set; }

    public NeighbourhoodId? NeighbourhoodId { get; private set; }

    public string FirstName { get; private set; } = "";

    public string? LastName { get; private set; }

    /// <summary>Nickname, or what everybody calls them.</summary>
    public string? KnownAs { get; private set; }

    /// <summary>The language they like to speak, in words.</summary>
    public string? Language { get; private set; }

    /// <summary>A resident who knows everybody.</summary>
    public bool IsConnector { get; private set; }

    public string? Phone { get; private set; }

    public string? Email { get; private set; }

    /// <summary>How they like to be reached, in their words.</summary>
    public string? ContactPreference { get; private set; }

    /// <summary>After how many weeks without a conversation they would like to hear from the programme; null for the programme's number.</summary>
    public int? KeepInTouchWeeks { get; private set; }

    public DateOnly AddedOn { get; private set; }

    public UserId? AddedBy { get; private set; }

    /// <summary>The record that holds this person's story now, after a merge.</summary>
    public PersonId? MergedInto { get; private set; }

    /// <summary>When everything identifying was removed.</summary>
    public DateOnly? AnonymisedOn { get; private set; }

    /// <summary>First name, known-as in quotes, last name.</summary>
    public string FullName => NameOf(FirstName, KnownAs, LastName);

    string IPersonal.AuditName => "Person";

    long IPersonal.AuditId => Id.Value;

    SearchKind ISearchable.SearchKind => SearchKind.Person;

    long ISearchable.SearchId => Id.Value;

    long ISearchable.SearchArea => SearchArea.Of(NeighbourhoodId, AddedBy);

    // Merged and anonymised people are found through nobody's search.
    IEnumerable<string?> ISearchable.SearchNames => MergedInto is null && AnonymisedOn is null ? [FirstName, LastName, KnownAs] : [];

    IEnumerable<string?> ISearchable.SearchText => [];

    IEnumerable<string?> ISearchable.SearchKeys => MergedInto is null && AnonymisedOn is null ? [PhoneKey(Phone), PhoneEndKey(Phone), EmailKey(Email)] : [];

    /// <summary>First name, known-as in quotes, last name: whichever there are.</summary>
    public static string NameOf(string firstName, string? knownAs, string? lastName) => (knownAs, lastName) switch
    {
        (null, null) => firstName,
        (null, _) => $"{firstName} {lastName}",
        (_, null) => $"{firstName} “{knownAs}”",
        _ => $"{firstName} “{knownAs}” {lastName}",
    };

    /// <summary>The key by which a telephone number is found however it was typed: its digits after <c>#</c>, with 0 for +44. Null where there are too few.</summary>
    public static string? PhoneKey(string? phone)
    {
        if (phone is null)
        {
            return null;
        }

        var digits = string.Concat(phone.Replace("(0)", "", StringComparison.Ordinal).Where(char.IsAsciiDigit));
        if (digits.StartsWith("0044", StringComparison.Ordinal))
        {
            digits = "0" + digits[4..];
        }
        else if (digits.StartsWith("44", StringComparison.Ordinal) && phone.TrimStart().StartsWith('+'))
        {
            digits = "0" + digits[2..];
        }

        return digits.Length < 6 ? null : "#" + digits;
    }

    /// <summary>The key by which a telephone number is found by its last digits: <c>%</c>, then the digits from the end.</summary>
    public static string? PhoneEndKey(string? phone) => PhoneKey(phone) is { } key ? "%" + string.Concat(key.Skip(1).Reverse()) : null;

    /// <summary>The key by which an e-mail address is found: lower case, after <c>@</c>. Null where there is none.</summary>
    public static string? EmailKey(string? email) => Words.Tidy(email) is { } tidy && tidy.Contains('@', StringComparison.Ordinal) ? "@" + tidy.ToLowerInvariant() : null;

    public static Person Meet(ProgrammeId programme, UserId? addedBy, DateOnly addedOn, PersonDetails details)
    {
        var person = new Person { ProgrammeId = programme, AddedBy = addedBy, AddedOn = addedOn };
        person.Change(details);
        return person;
    }

    public void Change(PersonDetails details)
    {
        FirstName = Words.Required(details.FirstName, "A first name, or what they like to be called,");
        LastName = Words.Tidy(details.LastName);
        KnownAs = Words.Tidy(details.KnownAs);
        NeighbourhoodId = details.NeighbourhoodId;
        Language = Words.Tidy(details.Language);
        IsConnector = details.IsConnector;
        Phone = Words.Tidy(details.Phone);
        Email = Words.Tidy(details.Email);
        ContactPreference = Words.Tidy(details.ContactPreference);
        KeepInTouchWeeks = details.KeepInTouchWeeks is null or (>= 1 and <= 52)
            ? details.KeepInTouchWeeks
            : throw new DomainRuleException("Keeping in touch comes to mind after 1 to 52 weeks.");
    }

    public void MergeInto(Person kept)
    {
        if (kept.Id == Id)
        {
            throw new DomainRuleException("A person cannot be merged with themselves.");
        }

        if (MergedInto is not null || kept.MergedInto is not null)
        {
            throw new DomainRuleException("One of these records has been merged already; open the person it was merged into.");
        }

        MergedInto = kept.Id;
    }

    public void UndoMerge() => MergedInto = null;

    /// <summary>What can be said of them, as it stands.</summary>
    public PersonDetails ToDetails() => new(FirstName, LastName, KnownAs, NeighbourhoodId, Language, IsConnector, Phone, Email, ContactPreference, KeepInTouchWeeks);

    public void Anonymise(DateOnly on)
    {
        FirstName = "Somebody";
        LastName = KnownAs = Phone = Email = ContactPreference = Language = null;
        KeepInTouchWeeks = null;
        IsConnector = false;
        AnonymisedOn = on;
    }
}

/// <summary>What can be said of a person. Everything but a first name may be left out.</summary>
public sealed record PersonDetails(
    string FirstName,
    string? LastName = null,
    string? KnownAs = null,
    NeighbourhoodId? NeighbourhoodId = null,
    string? Language = null,
    bool IsConnector = false,
    string? Phone = null,
    string? Email = null,
    string? ContactPreference = null,
    int? KeepInTouchWeeks = null);

/// <summary>Two records of one person, made one: what was moved, so that it can be undone.</summary>
public sealed class PersonMerge : AggregateRoot, IPersonal
{
    public PersonMergeId Id { get; private set; }

    public required PersonId KeptId { get; init; }

    public required PersonId MergedId { get; init; }

    public required UserId? MergedBy { get; init; }

    public required DateTimeOffset MergedAt { get; init; }

    /// <summary>The rows that changed hands, as JSON: table to ids.</summary>
    public required string Moved { get; set; }

    public DateTimeOffset? UndoneAt { get; private set; }

    string IPersonal.AuditName => "Merge";

    long IPersonal.AuditId => Id.Value;

    public void Undo(DateTimeOffset at)
    {
        if (UndoneAt is not null)
        {
            throw new DomainRuleException("This merge has been undone already.");
        }

        UndoneAt = at;
    }

    /// <summary>The person has been forgotten: what the merge held of them is too, and it can no longer be undone.</summary>
    public void Anonymise(DateTimeOffset at)
    {
        Moved = "{}";
        UndoneAt ??= at;
    }
}
