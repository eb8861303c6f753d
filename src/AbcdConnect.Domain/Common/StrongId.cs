namespace AbcdConnect.Domain.Common;

/// <summary>An id that only fits its own kind of record: mixing up two numbers would be a data breach.</summary>
/// <typeparam name="TSelf">The id's own type.</typeparam>
public interface IStrongId<TSelf>
    where TSelf : struct, IStrongId<TSelf>
{
    long Value { get; }

    static abstract TSelf From(long value);
}
