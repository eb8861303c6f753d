using AbcdConnect.Domain.Outcomes.Measures;

namespace AbcdConnect.Domain.Tests.Outcomes.Measures;

public sealed class StudentTTests
{
    // As every textbook prints them, for 95 % between −t and t.
    [Theory]
    [InlineData(1, 12.706)]
    [InlineData(2, 4.303)]
    [InlineData(3, 3.182)]
    [InlineData(4, 2.776)]
    [InlineData(5, 2.571)]
    [InlineData(9, 2.262)]
    [InlineData(10, 2.228)]
    [InlineData(29, 2.045)]
    [InlineData(30, 2.042)]
    [InlineData(120, 1.980)]
    public void The_quantile_is_the_tables(int degrees, double printed) => StudentT.TwoSided(0.95, degrees).ShouldBe(printed, 0.0005);

    [Fact]
    public void With_many_people_it_is_the_normal_one() => StudentT.TwoSided(0.95, 1_000_000).ShouldBe(1.959966, 0.000005);

    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 5)]
    [InlineData(0.95, 0)]
    public void A_share_that_is_none_and_no_degrees_of_freedom_are_refused(double share, int degrees) =>
        Should.Throw<ArgumentOutOfRangeException>(() => StudentT.TwoSided(share, degrees));
}
