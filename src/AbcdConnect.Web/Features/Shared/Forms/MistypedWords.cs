using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace AbcdConnect.Web.Features.Shared.Forms;

/// <summary>What is said of something typed that cannot be read, by what the field holds: which of it is wrong, and what to type instead.</summary>
internal sealed class MistypedWords : IBindingMetadataProvider
{
    /// <summary>Where nothing more is known.</summary>
    public const string Otherwise = "This could not be read. Clear it, and enter it again";

    private const int Shown = 40;

    public void CreateBindingMetadata(BindingMetadataProviderContext context)
    {
        var type = Nullable.GetUnderlyingType(context.Key.ModelType) ?? context.Key.ModelType;
        if (context.BindingMetadata.ModelBindingMessageProvider is { } messages)
        {
            messages.SetAttemptedValueIsInvalidAccessor((value, _) => Say(type, value));
            messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => Say(type, value));
            messages.SetValueIsInvalidAccessor(value => Say(type, value));
        }
    }

    /// <summary>In the reader's words.</summary>
    internal static string Say(Type type, string typed) => Type.GetTypeCode(type.IsEnum ? null : type) switch
    {
        _ when string.IsNullOrWhiteSpace(typed) => "This is still empty",
        // Numbers of records come from lists, and are as long as can be.
        TypeCode.Int64 or TypeCode.Boolean => "Choose one of those offered here",
        TypeCode.Int32 or TypeCode.Int16 or TypeCode.Byte when IsFigures(typed) => $"“{Short(typed)}” is too large a number for this",
        TypeCode.Int32 or TypeCode.Int16 or TypeCode.Byte when IsBroken(typed) => $"“{Short(typed)}” is not a whole number. Enter one, such as 12",
        TypeCode.Int32 or TypeCode.Int16 or TypeCode.Byte => $"“{Short(typed)}” is not a number. Enter it in figures, such as 12",
        TypeCode.Decimal or TypeCode.Double or TypeCode.Single => $"“{Short(typed)}” is not a number. Enter figures alone, such as 12 or 0.5",
        _ when type.IsEnum => "Choose one of those offered here",
        _ => Otherwise,
    };

    private static bool IsFigures(string typed) => typed.Count(char.IsAsciiDigit) > 9 && typed.Trim().All(c => char.IsAsciiDigit(c) || c is ',' or ' ');

    private static bool IsBroken(string typed) => decimal.TryParse(typed, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static string Short(string typed) => typed.Trim() is { Length: > Shown } text ? text[..Shown] + "…" : typed.Trim();
}
