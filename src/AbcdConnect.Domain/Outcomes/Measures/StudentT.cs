namespace AbcdConnect.Domain.Outcomes.Measures;

/// <summary>Student's t distribution for whole degrees of freedom.</summary>
/// <remarks>
/// The share between −t and t is a finite sum in θ = arctan(t/√ν): Abramowitz and Stegun, Handbook of Mathematical Functions (1964),
/// 26.7.3 and 26.7.4. It rises with θ, so the quantile is found by halving.
/// </remarks>
public static class StudentT
{
    /// <summary>The t with <paramref name="share"/> of the distribution between −t and t: 0.95 for a 95 % interval.</summary>
    public static double TwoSided(double share, int degrees)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degrees, 1);
        if (share is <= 0 or >= 1)
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share is between 0 and 1.");
        }

        var (low, high) = (0d, Math.PI / 2);
        while (true)
        {
            var middle = (low + high) / 2;
            if (middle == low || middle == high)
            {
                return Math.Sqrt(degrees) * Math.Tan(middle);
            }

            if (Between(middle, degrees) < share)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }
    }

    private static double Between(double theta, int degrees)
    {
        var (sin, cos) = Math.SinCos(theta);
        var square = cos * cos;
        if (degrees == 1)
        {
            return 2 * theta / Math.PI;
        }

        var odd = degrees % 2 == 1;
        var term = odd ? cos : 1;
        var sum = term;
        for (var k = odd ? 3 : 2; k <= degrees - 2; k += 2)
        {
            term *= square * (k - 1) / k;
            sum += term;
        }

        return odd ? 2 / Math.PI * (theta + (sin * sum)) : sin * sum;
    }
}
