using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AbcdConnect.Infrastructure.Demo.City;

/// <summary>Writes rows of one table by one prepared statement, values stored as the model stores them. SQLite only.</summary>
/// <remarks>It knows the model, not the domain's rules: for made-up rows only.</remarks>
internal sealed class BulkWriter : IDisposable
{
    private readonly SqliteCommand command;
    private readonly SqliteParameter[] parameters;
    private readonly ValueConverter?[] converters;

    /// <param name="properties">The properties whose values <see cref="Write"/> is given, in this order. What else is required is
    /// nought or false; what else is optional is null.</param>
    public BulkWriter(SqliteConnection connection, SqliteTransaction transaction, IModel model, Type record, params string[] properties)
    {
        var type = model.FindEntityType(record) ?? throw new InvalidOperationException($"{record.Name} is not in the model.");
        var table = type.GetTableName()!;
        var given = properties.Select(p => type.FindProperty(p) ?? throw new InvalidOperationException($"{record.Name} has no {p}.")).ToList();
        var implied = type.GetProperties()
            .Where(p => !p.IsNullable && !properties.Contains(p.Name, StringComparer.Ordinal) && !(p.IsPrimaryKey() && p.ValueGenerated == ValueGenerated.OnAdd))
            .ToList();
        command = connection.CreateCommand();
        command.Transaction = transaction;
        var names = string.Join(", ", given.Concat(implied).Select(p => $"\"{p.GetColumnName()}\""));
        var values = string.Join(", ", given.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"$p{i}")).Concat(implied.Select(Nought)));
        // Names of our own model and numbered parameters: nothing that anybody typed.
#pragma warning disable CA2100
        command.CommandText = $"INSERT INTO \"{table}\" ({names}) VALUES ({values})";
#pragma warning restore CA2100
        parameters = [.. given.Select((_, i) => command.Parameters.Add(new SqliteParameter { ParameterName = string.Create(CultureInfo.InvariantCulture, $"$p{i}") }))];
        converters = [.. given.Select(p => p.GetTypeMapping().Converter)];
        command.Prepare();
    }

    public int Written { get; private set; }

    public void Write(params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < parameters.Length; i++)
        {
            var value = values[i];
            parameters[i].Value = value is null ? DBNull.Value
                : converters[i] is { } converter && converter.ModelClrType == value.GetType() ? converter.ConvertToProvider(value)
                : value;
        }

        command.ExecuteNonQuery();
        Written++;
    }

    public void Dispose() => command.Dispose();

    private static string Nought(IProperty property) =>
        property.ClrType == typeof(bool) || property.ClrType == typeof(int) || property.ClrType == typeof(long) ? "0"
        : property.ClrType == typeof(string) ? "''"
        : throw new InvalidOperationException($"{property.DeclaringType.DisplayName()}.{property.Name} needs a value.");
}
