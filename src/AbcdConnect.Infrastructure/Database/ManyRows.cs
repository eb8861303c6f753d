using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;

namespace AbcdConnect.Infrastructure.Database;

/// <summary>For SQLite: new rows of one table go in by one prepared statement. The provider's own way writes and prepares a statement for
/// every row, which is most of the time of an import; SQL Server's provider sends many rows as one statement by itself.</summary>
internal sealed class ManyRows(ModificationCommandBatchFactoryDependencies dependencies) : IModificationCommandBatchFactory
{
    public ModificationCommandBatch Create() => new Batch(dependencies);

    /// <summary>New rows of the same columns; or anything else, one by itself.</summary>
    private sealed class Batch(ModificationCommandBatchFactoryDependencies dependencies) : ModificationCommandBatch
    {
        // A few rows are saved as ever.
        private const int Few = 4;

        private readonly List<IReadOnlyModificationCommand> rows = [];
        private bool isNew;
        private bool moreExpected;

        public override IReadOnlyList<IReadOnlyModificationCommand> ModificationCommands => rows;

        public override bool RequiresTransaction => rows.Count > 1;

        public override bool AreMoreBatchesExpected => moreExpected;

        public override bool TryAddCommand(IReadOnlyModificationCommand modificationCommand)
        {
            if (rows.Count == 0)
            {
                isNew = IsNewRow(modificationCommand);
            }
            else if (!isNew || !IsLike(rows[0], modificationCommand))
            {
                return false;
            }

            rows.Add(modificationCommand);
            return true;
        }

        public override void Complete(bool moreBatchesExpected) => moreExpected = moreBatchesExpected;

        public override void Execute(IRelationalConnection connection) =>
            throw new InvalidOperationException("Saving waits for the disk: use SaveChangesAsync.");

        public override async Task ExecuteAsync(IRelationalConnection connection, CancellationToken cancellationToken = default)
        {
            if (!isNew || rows.Count < Few)
            {
                foreach (var row in rows)
                {
                    var one = new SingularModificationCommandBatch(dependencies);
                    one.TryAddCommand(row);
                    one.Complete(moreExpected);
                    await one.ExecuteAsync(connection, cancellationToken);
                }

                return;
            }

            await connection.OpenAsync(cancellationToken);
            try
            {
                await Insert(connection, cancellationToken);
            }
            finally
            {
                await connection.CloseAsync();
            }
        }

        private async Task Insert(IRelationalConnection connection, CancellationToken token)
        {
            var columns = rows[0].ColumnModifications;
            int[] written = [.. Enumerable.Range(0, columns.Count).Where(i => columns[i].IsWrite)];
            var number = Enumerable.Range(0, columns.Count).FirstOrDefault(i => columns[i].IsRead, -1);
            await using var insert = Statement(connection, written.Select(i => columns[i]));
            foreach (var row in rows)
            {
                for (var i = 0; i < written.Length; i++)
                {
                    insert.Parameters[i].Value = Stored(row.ColumnModifications[written[i]]);
                }

                try
                {
                    var given = await insert.ExecuteScalarAsync(token);
                    if (number >= 0)
                    {
                        Number(row.ColumnModifications[number], given);
                    }
                }
                catch (DbException refused)
                {
                    throw new DbUpdateException("A new row could not be saved: the inner exception says why.", refused, row.Entries);
                }
            }
        }

        private DbCommand Statement(IRelationalConnection connection, IEnumerable<IColumnModification> written)
        {
            var sql = new StringBuilder();
            dependencies.UpdateSqlGenerator.AppendInsertOperation(sql, rows[0], 0);
            var insert = connection.DbConnection.CreateCommand();
            insert.CommandText = sql.ToString();
            insert.Transaction = connection.CurrentTransaction?.GetDbTransaction();
            insert.CommandTimeout = connection.CommandTimeout ?? insert.CommandTimeout;
            foreach (var column in written)
            {
                insert.Parameters.Add(column.TypeMapping!.CreateParameter(insert, dependencies.SqlGenerationHelper.GenerateParameterName(column.ParameterName!), null, column.IsNullable));
            }

            insert.Prepare();
            return insert;
        }

        private static object Stored(IColumnModification column) =>
            (column.TypeMapping!.Converter is { } converter ? converter.ConvertToProvider(column.Value) : column.Value) ?? DBNull.Value;

        // The record, and whatever is tied to it, learns the number it has been given.
        private static void Number(IColumnModification column, object? given)
        {
            var converter = column.TypeMapping!.Converter;
            var type = converter?.ProviderClrType ?? column.TypeMapping.ClrType;
            var number = Convert.ChangeType(given, Nullable.GetUnderlyingType(type) ?? type, CultureInfo.InvariantCulture);
            column.Value = converter is null ? number : converter.ConvertFromProvider(number);
        }

        private static bool IsNewRow(IReadOnlyModificationCommand row)
        {
            var given = row.ColumnModifications.Where(c => c.IsRead).ToList();
            return row is { EntityState: EntityState.Added, StoreStoredProcedure: null }
                && row.ColumnModifications.All(c => c is { TypeMapping: not null, JsonPath: null } && (!c.IsWrite || c.UseCurrentValueParameter))
                && row.ColumnModifications.Any(c => c.IsWrite)
                // Nothing but its number comes back.
                && (given.Count == 0 || (given is [{ IsKey: true } key] && (key.TypeMapping!.Converter?.ProviderClrType ?? key.TypeMapping.ClrType) is var type && (type == typeof(long) || type == typeof(int))));
        }

        private static bool IsLike(IReadOnlyModificationCommand first, IReadOnlyModificationCommand next)
        {
            var (columns, others) = (first.ColumnModifications, next.ColumnModifications);
            if (next is not { EntityState: EntityState.Added, StoreStoredProcedure: null } || first.TableName != next.TableName || columns.Count != others.Count)
            {
                return false;
            }

            for (var i = 0; i < columns.Count; i++)
            {
                var (column, other) = (columns[i], others[i]);
                if (column.ColumnName != other.ColumnName || column.IsWrite != other.IsWrite || column.IsRead != other.IsRead || column.TypeMapping != other.TypeMapping || other.JsonPath is not null)
                {
                    return false;
                }
            }

            return true;
        }
    }
}
