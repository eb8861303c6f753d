using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AbcdConnect.Infrastructure.Database;

/// <summary>How our own types are stored, alike in every table and on both databases.</summary>
internal static class Conventions
{
    public static void Configure(ModelConfigurationBuilder conventions)
    {
        foreach (var id in StrongIds())
        {
            conventions.Properties(id).HaveConversion(typeof(StrongIdConverter<>).MakeGenericType(id));
        }

        conventions.Properties<YearMonth>().HaveConversion<YearMonthConverter>();
        // SQLite cannot order DateTimeOffset; every instant is UTC anyway.
        conventions.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        // Readable in the table, and safe when a value is added in the middle.
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
        conventions.Properties<decimal>().HavePrecision(12, 2);
        conventions.Properties<string>().HaveMaxLength(Words.LongestLine);
    }

    public static void Apply(ModelBuilder builder, bool sqlite)
    {
        // A range of words is one of code points on both databases, whatever order the server's language would put them in.
        // SQLite compares so unless told otherwise.
        if (!sqlite)
        {
            builder.Entity<SearchWord>().Property(w => w.Word).UseCollation("Latin1_General_100_BIN2");
            builder.Entity<SearchKey>().Property(k => k.Key).UseCollation("Latin1_General_100_BIN2");
            builder.Entity<SearchKey>().Property(k => k.Word).UseCollation("Latin1_General_100_BIN2");
        }

        foreach (var entity in builder.Model.GetEntityTypes())
        {
            if (typeof(AggregateRoot).IsAssignableFrom(entity.ClrType))
            {
                entity.FindProperty(nameof(AggregateRoot.Version))!.IsConcurrencyToken = true;
            }

            if (entity.FindPrimaryKey()?.Properties is [{ ValueGenerated: not ValueGenerated.OnAdd } key]
                && IsStrongId(key.ClrType) && key.Name == "Id" && entity.ClrType != typeof(Domain.Access.Member))
            {
                key.ValueGenerated = ValueGenerated.OnAdd;
            }

            // SQLite gives a deleted highest id out again unless told not to.
            if (sqlite && entity.FindPrimaryKey()?.Properties is [{ ValueGenerated: ValueGenerated.OnAdd } numbered] && IsNumber(numbered.ClrType))
            {
                builder.Entity(entity.ClrType).Property(numbered.Name).UseAutoincrement();
            }
        }
    }

    private static bool IsNumber(Type type) => type == typeof(long) || type == typeof(int) || IsStrongId(type);

    private static bool IsStrongId(Type type) =>
        Array.Exists(type.GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IStrongId<>));

    private static IEnumerable<Type> StrongIds() => typeof(SearchWord).Assembly.GetTypes().Where(t => t.IsValueType && IsStrongId(t));

    private sealed class StrongIdConverter<TId>() : ValueConverter<TId, long>(id => id.Value, value => Typed(value))
        where TId : struct, IStrongId<TId>
    {
        private static TId Typed(long value) => TId.From(value);
    }

    private sealed class YearMonthConverter() : ValueConverter<YearMonth, int>(month => month.Number, number => YearMonth.FromNumber(number));

    private sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
        instant => instant.UtcDateTime,
        stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));
}
