using AbcdConnect.Domain.Common;

namespace AbcdConnect.Domain.Mail;

public readonly record struct LetterId(long Value) : IStrongId<LetterId>
{
    public static LetterId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct LetterAttachmentId(long Value) : IStrongId<LetterAttachmentId>
{
    public static LetterAttachmentId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
