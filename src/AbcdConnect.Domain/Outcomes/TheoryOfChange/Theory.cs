using System.Text.Json;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Domain.Outcomes.TheoryOfChange;

/// <summary>One edition of a programme's theory of change. While it is a draft it is changed; once adopted it stands for good, and the next
/// change begins a new draft from it.</summary>
public sealed class Theory : AggregateRoot
{
    private Theory()
    {
    }

    public TheoryId Id { get; private set; }

    public ProgrammeId ProgrammeId { get; private set; }

    /// <summary>Which of the programme's theories: stronger-communities.</summary>
    public string Key { get; private set; } = "";

    /// <summary>1 for the first.</summary>
    public int Edition { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>As JSON: <see cref="TheoryContent"/>.</summary>
    public string Content { get; private set; } = "";

    /// <summary>Null while it is a draft.</summary>
    public DateOnly? AdoptedOn { get; private set; }

    public UserId? AdoptedBy { get; private set; }

    /// <summary>What changed and why, in the words of who adopted it.</summary>
    public string? Why { get; private set; }

    /// <summary>A first draft, from a template or an empty page.</summary>
    public static Theory Draft(ProgrammeId programme, TheoryContent content)
    {
        var theory = new Theory { ProgrammeId = programme, Key = content.Key, Edition = 1 };
        theory.Write(content);
        return theory;
    }

    public TheoryContent Read() => JsonSerializer.Deserialize<TheoryContent>(Content)!;

    /// <summary>The draft after this one.</summary>
    public Theory Next()
    {
        var next = new Theory { ProgrammeId = ProgrammeId, Key = Key, Edition = Edition + 1 };
        next.Write(Read());
        return next;
    }

    public void Write(TheoryContent content)
    {
        if (AdoptedOn is not null)
        {
            throw new DomainRuleException("An adopted edition stays as it is. Change the draft after it.");
        }

        (Title, Content) = (Words.Required(content.Title, "The title"), JsonSerializer.Serialize(content));
    }

    public void Adopt(DateOnly on, UserId? by, string? why)
    {
        if (AdoptedOn is not null)
        {
            throw new DomainRuleException("This edition has been adopted already.");
        }

        (AdoptedOn, AdoptedBy, Why) = (on, by, Words.Tidy(why));
    }
}
