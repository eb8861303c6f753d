using AbcdConnect.Application.Assets;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Web.Features.Shared;

namespace AbcdConnect.Web.Features.Assets;

/// <summary>How fresh an entry is, in words; and what speaks against it.</summary>
internal static class FreshnessWords
{
    private const string AskFirstWords = "ask before you send somebody";

    /// <summary>"Confirmed 3 weeks ago", "Not checked for 14 months — ask before you send somebody".</summary>
    public static string Of(DateOnly addedOn, DateOnly? confirmedOn, bool doubted, bool askFirst, DateOnly today) => (confirmedOn, doubted, askFirst) switch
    {
        (_, true, true) => $"Somebody found it otherwise — {AskFirstWords}",
        ({ } confirmed, true, false) => $"Confirmed {Ago(confirmed, today)}; somebody found it otherwise since",
        ({ } confirmed, false, true) => $"Not checked for {Long(today.DayNumber - confirmed.DayNumber)} — {AskFirstWords}",
        ({ } confirmed, false, false) => $"Confirmed {Ago(confirmed, today)}",
        (null, false, true) => $"Never checked — {AskFirstWords}",
        _ => $"Came in {Ago(addedOn, today)}, not checked yet",
    };

    public static string Of(DoubtKind kind) => kind switch
    {
        DoubtKind.FoundClosed => "It was closed when somebody went",
        DoubtKind.FoundWrong => "Something in the entry is wrong",
        DoubtKind.SaidWrong => "Somebody who knows the place says it is wrong",
        DoubtKind.Bounced => "A message there came back",
        _ => "Its web address leads nowhere",
    };

    public static string Of(AssetField field) => field switch
    {
        AssetField.Point => "exact point",
        AssetField.OpeningTimes => "opening times",
        AssetField.Hours => "open sessions",
        AssetField.Access => "getting in and joining",
        AssetField.ContactName => "who to ask for",
        AssetField.Phone => "telephone",
        AssetField.Email => "e-mail",
        AssetField.LookedAfterBy => "who looks after it",
        _ => field.ToString().ToLowerInvariant(),
    };

    /// <summary>"library-list.csv, row 12, on 3 October 2026".</summary>
    public static string Of(FieldsSource source) => (source.Kind switch
    {
        SourceKind.Import => $"{source.File ?? "an open list"}{(source.Row is { } row ? $", row {row}" : "")}",
        SourceKind.Keeper => $"who looks after it{(source.By is null ? "" : $", agreed to by {source.By}")}",
        SourceKind.Merge => $"the entry it was made one with{(source.By is null ? "" : $", by {source.By}")}",
        _ => source.By ?? "somebody of the programme",
    }) + $", on {UkText.Date(source.On)}";

    public static string Ago(DateOnly day, DateOnly today) => (today.DayNumber - day.DayNumber) switch
    {
        <= 0 => "today",
        1 => "yesterday",
        var days => Long(days) + " ago",
    };

    /// <summary>Days up to a fortnight, weeks up to two months, months up to two years, then years.</summary>
    public static string Long(int days) => days switch
    {
        <= 1 => "a day",
        < 14 => $"{days} days",
        < 61 => $"{days / 7} weeks",
        < 730 => $"{(int)(days / 30.44)} months",
        _ => $"{(int)(days / 365.25)} years",
    };
}
