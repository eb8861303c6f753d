using AbcdConnect.Domain.Common;

namespace AbcdConnect.Domain.Programmes;

/// <summary>One funded ABCD programme: its neighbourhoods, its targets, its people.</summary>
public sealed class Programme : AggregateRoot
{
    private Programme()
    {
    }

    public ProgrammeId Id { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Who funds it, as the report's cover says.</summary>
    public string? Commissioner { get; private set; }

    public DateOnly StartsOn { get; private set; }

    public static Programme Begin(string name, string? commissioner, DateOnly startsOn) => new()
    {
        Name = Words.Required(name, "The programme's name"),
        Commissioner = Words.Tidy(commissioner),
        StartsOn = startsOn,
    };

    public void Change(string name, string? commissioner, DateOnly startsOn)
    {
        Name = Words.Required(name, "The programme's name");
        Commissioner = Words.Tidy(commissioner);
        StartsOn = startsOn;
    }
}
