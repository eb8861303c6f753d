using System.Reflection;
using AbcdConnect.Infrastructure.Database;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Infrastructure.Tests.Database;

/// <summary>What SQL Server says by number, without a server: its exceptions are made here as its driver makes them.</summary>
public sealed class SqlServerTroubleTests
{
    [Theory]
    [InlineData(1205, DatabaseTrouble.Busy, "chosen to give way in a deadlock")]
    [InlineData(1222, DatabaseTrouble.Busy, "a lock was not to be had in time")]
    [InlineData(-2, DatabaseTrouble.Busy, "waited too long")]
    [InlineData(40501, DatabaseTrouble.Busy, "the service is busy")]
    [InlineData(1105, DatabaseTrouble.Full, "the file group is full")]
    [InlineData(9002, DatabaseTrouble.Full, "the log is full")]
    [InlineData(1101, DatabaseTrouble.Full, "no page is to be had")]
    [InlineData(4060, DatabaseTrouble.Missing, "no such database")]
    [InlineData(18456, DatabaseTrouble.Missing, "not let in")]
    [InlineData(53, DatabaseTrouble.Missing, "no way to the server")]
    [InlineData(10054, DatabaseTrouble.Missing, "the line was cut")]
    [InlineData(11001, DatabaseTrouble.Missing, "no server of that name")]
    [InlineData(942, DatabaseTrouble.Missing, "the database is offline")]
    [InlineData(40613, DatabaseTrouble.Missing, "the database is not there at the moment")]
    [InlineData(208, DatabaseTrouble.NotUpToDate, "no such table")]
    [InlineData(207, DatabaseTrouble.NotUpToDate, "no such column")]
    [InlineData(3906, DatabaseTrouble.NotWritable, "the database is read-only")]
    [InlineData(229, DatabaseTrouble.NotWritable, "no permission on the table")]
    [InlineData(824, DatabaseTrouble.NotWritable, "the disk gives back something else")]
    public void Trouble_is_told_by_its_number(int number, DatabaseTrouble trouble, string what) =>
        DatabaseTroubles.Of(new DbUpdateException("x", Exception(number))).ShouldBe(trouble, what);

    [Theory]
    [InlineData(2601, "the same key in an index: a form that was sent twice")]
    [InlineData(2627, "the same key in a constraint")]
    [InlineData(547, "a reference that leads nowhere")]
    [InlineData(8152, "too long for its column")]
    public void What_was_sent_twice_or_wrongly_is_not_the_databases_trouble(int number, string what) =>
        DatabaseTroubles.Of(new DbUpdateException("x", Exception(number))).ShouldBeNull(what);

    [Fact]
    public void It_is_found_wherever_it_stands_among_what_the_server_said()
    {
        // "The statement has been terminated" comes with most of them.
        DatabaseTroubles.Of(Exception(3621, 1205)).ShouldBe(DatabaseTrouble.Busy);
        DatabaseTroubles.Of(new InvalidOperationException("x", new DbUpdateException("y", Exception(1105, 3621)))).ShouldBe(DatabaseTrouble.Full);
        DatabaseTroubles.Of(Exception(3621)).ShouldBeNull();
    }

    private static SqlException Exception(params int[] numbers)
    {
        var errors = (SqlErrorCollection)Activator.CreateInstance(typeof(SqlErrorCollection), nonPublic: true)!;
        var add = typeof(SqlErrorCollection).GetMethod("Add", BindingFlags.Instance | BindingFlags.NonPublic)!;
        // The shortest of its constructors that takes the number first.
        var make = typeof(SqlError).GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic)
            .Where(c => c.GetParameters()[0].ParameterType == typeof(int))
            .MinBy(c => c.GetParameters().Length)!;
        foreach (var number in numbers)
        {
            add.Invoke(errors, [make.Invoke([.. make.GetParameters().Select((p, i) => i == 0 ? number : p.ParameterType == typeof(string) ? "x" : p.ParameterType.IsValueType ? Activator.CreateInstance(p.ParameterType) : null)])]);
        }

        var create = typeof(SqlException).GetMethod("CreateException", BindingFlags.Static | BindingFlags.NonPublic, [typeof(SqlErrorCollection), typeof(string)])!;
        return (SqlException)create.Invoke(null, [errors, "16.0"])!;
    }
}
