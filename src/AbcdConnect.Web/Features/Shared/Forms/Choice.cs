using Microsoft.AspNetCore.Mvc.Rendering;

namespace AbcdConnect.Web.Features.Shared.Forms;

/// <summary>One thing to choose. Any <see cref="SelectListItem"/> will do where neither hint nor kind is wanted.</summary>
public sealed class Choice : SelectListItem
{
    public Choice(string text, object value, string? hint = null, string? kind = null)
        : base(text, Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture))
    {
        Hint = hint;
        Kind = kind;
    }

    public string? Hint { get; }

    /// <summary>The chip's colour: head, hands, heart, hope, ask, idea, story.</summary>
    public string? Kind { get; }
}

/// <summary>Lists of things to choose, made from what the code already knows.</summary>
public static class Choices
{
    /// <summary>Every value of an enumeration, by its [Display] name or its own name with the words apart.</summary>
    public static IReadOnlyList<Choice> Of<TEnum>()
        where TEnum : struct, Enum => [.. Enum.GetValues<TEnum>().Select(value => new Choice(Words.Of(value), value))];

    internal static IReadOnlyList<SelectListItem> Of(Type type)
    {
        var choice = Nullable.GetUnderlyingType(type) ?? type;
        return choice.IsEnum ? [.. Enum.GetValues(choice).Cast<Enum>().Select(value => new Choice(Words.Of(value), value))] : [];
    }
}
