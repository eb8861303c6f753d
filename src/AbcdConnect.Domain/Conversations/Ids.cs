using AbcdConnect.Domain.Common;

namespace AbcdConnect.Domain.Conversations;

public readonly record struct ConversationId(long Value) : IStrongId<ConversationId>
{
    public static ConversationId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
