using System.Collections;
using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using AbcdConnect.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace AbcdConnect.Testing;

/// <summary>Every query that any test runs on SQLite is also given to the SQL Server provider, and the T-SQL that it makes of
/// it to Microsoft's parser. A query that only one database can run fails the test that ran it.</summary>
public sealed class SqlServerTranslation : IQueryExpressionInterceptor
{
    /// <summary>EF builds its services once for each instance of an interceptor on queries: this one serves every test.</summary>
    public static readonly SqlServerTranslation Shared = new();

    private static readonly Lazy<SqlServerTranslator> Translator = new(() => new SqlServerTranslator());

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
    {
        Translator.Value.Check(queryExpression);
        return queryExpression;
    }
}

/// <summary>Translates and parses without a server: connections are never opened, readers are empty.</summary>
public sealed class SqlServerTranslator
{
    private static readonly MethodInfo RunMethod = typeof(SqlServerTranslator).GetMethod(nameof(Run), BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly ConcurrentDictionary<string, bool> seen = new(StringComparer.Ordinal);
    private readonly DbContextOptions<AbcdDbContext> options;
    private readonly Recorder recorder = new();
    private readonly Lock turn = new();

    public SqlServerTranslator()
    {
        var builder = new DbContextOptionsBuilder<AbcdDbContext>();
        builder.UseAbcd(new DatabaseSettings(DatabaseSettings.SqlServer, "Server=nowhere;Database=Abcd;Encrypt=true", "", 150, 100), new SqlitePragmas());
        builder.AddInterceptors(recorder, new NoConnection());
        options = builder.Options;
    }

    /// <summary>How many different queries were checked.</summary>
    public int Count => seen.Count;

    /// <exception cref="InvalidOperationException">SQL Server could not run this query; the message says why.</exception>
    public void Check(Expression query)
    {
        if (!seen.TryAdd(ExpressionPrinter.Print(query), value: true))
        {
            return;
        }

        lock (turn)
        {
            using var db = AbcdDbContext.WithNobody(options);
            var rooted = new OtherModel(db).Visit(query);
            var element = ElementOf(rooted.Type);
            recorder.Texts.Clear();
            try
            {
                RunMethod.MakeGenericMethod(element is null ? rooted.Type : typeof(IEnumerable<>).MakeGenericType(element)).Invoke(null, [db, rooted]);
            }
            catch (TargetInvocationException failed) when (failed.InnerException is InvalidOperationException { Message: var message } && message.StartsWith("Sequence contains no elements", StringComparison.Ordinal))
            {
                // First and Single find nothing in an empty reader; their SQL has been recorded.
            }
            catch (TargetInvocationException failed)
            {
                throw new InvalidOperationException($"SQL Server cannot run this query: {failed.InnerException?.Message}\n{ExpressionPrinter.Print(query)}", failed.InnerException);
            }

            if (recorder.Texts.Count == 0)
            {
                throw new InvalidOperationException($"This query reached SQL Server as no command at all:\n{ExpressionPrinter.Print(query)}");
            }

            foreach (var text in recorder.Texts)
            {
                MustParse(text);
            }
        }
    }

    /// <exception cref="InvalidOperationException">It is not T-SQL of SQL Server 2019.</exception>
    public static void MustParse(string sql)
    {
        using var reader = new StringReader(sql);
        new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        if (errors.Count > 0)
        {
            throw new InvalidOperationException($"Not T-SQL, line {errors[0].Line}: {errors[0].Message}\n{sql}");
        }
    }

    private static void Run<TResult>(AbcdDbContext db, Expression query)
    {
        var executor = db.GetService<IDatabase>().CompileQuery<TResult>(query, async: false);
        var context = db.GetService<IQueryContextFactory>().Create();
        foreach (var parameter in Parameters.In(query))
        {
            context.Parameters[parameter.Name] = Sample(parameter.Type);
        }

        if (executor(context) is IEnumerable rows and not string)
        {
            foreach (var _ in rows)
            {
                break;
            }
        }
    }

    private static Type? ElementOf(Type type) => typeof(IQueryable).IsAssignableFrom(type)
        ? Array.Find([type, .. type.GetInterfaces()], i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IQueryable<>))!.GetGenericArguments()[0]
        : null;

    private static object? Sample(Type type)
    {
        if (type == typeof(string))
        {
            return "x";
        }

        var element = Array.Find([type, .. type.GetInterfaces()], i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];
        if (element is not null)
        {
            var one = Array.CreateInstance(element, 1);
            one.SetValue(Sample(element), 0);
            return type.IsAssignableFrom(one.GetType()) ? one : Activator.CreateInstance(type, one);
        }

        return Nullable.GetUnderlyingType(type) is { } inner ? Activator.CreateInstance(inner) : type.IsValueType ? Activator.CreateInstance(type) : null;
    }

    private sealed class OtherModel(AbcdDbContext db) : ExpressionVisitor
    {
        protected override Expression VisitExtension(Expression node) => node switch
        {
            EntityQueryRootExpression root => new EntityQueryRootExpression(db.Model.FindEntityType(root.EntityType.Name)!),
            QueryParameterExpression => node,
            _ => base.VisitExtension(node),
        };
    }

    private sealed class Parameters : ExpressionVisitor
    {
        private readonly List<QueryParameterExpression> found = [];

        public static List<QueryParameterExpression> In(Expression query)
        {
            var visitor = new Parameters();
            visitor.Visit(query);
            return visitor.found;
        }

        protected override Expression VisitExtension(Expression node)
        {
            if (node is QueryParameterExpression parameter)
            {
                found.Add(parameter);
                return node;
            }

            return base.VisitExtension(node);
        }
    }

    private sealed class NoConnection : DbConnectionInterceptor
    {
        public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();
    }

    private sealed class Recorder : DbCommandInterceptor
    {
        public List<string> Texts { get; } = [];

        public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
        {
            Texts.Add(command.CommandText);
            return InterceptionResult<DbDataReader>.SuppressWithResult(new DataTable().CreateDataReader());
        }

        public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
        {
            Texts.Add(command.CommandText);
            return InterceptionResult<int>.SuppressWithResult(0);
        }

        public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result)
        {
            Texts.Add(command.CommandText);
            return InterceptionResult<object>.SuppressWithResult(0);
        }
    }
}
