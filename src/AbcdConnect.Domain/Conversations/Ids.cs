using AbcdConnect.Domain.Common;

namespace AbcdConnect.Domain.Conversations;

public readonly record struct ConversationId(long Value) : IStrongId<ConversationId>
{
    // Of two conversations on one day the lower number came first.
    public static bool operator <(ConversationId left, ConversationId right) => left.Value < right.Value;

    public static bool operator >(ConversationId left, ConversationId right) => left.Value > right.Value;

    public static bool operator <=(ConversationId left, ConversationId right) => left.Value <= right.Value;

    public static bool operator >=(ConversationId left, ConversationId right) => left.Value >= right.Value;

    public static ConversationId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
