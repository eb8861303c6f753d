using AbcdConnect.Domain.Common;

namespace AbcdConnect.Domain.Programmes;

/// <summary>A place people recognise, with a boundary and official codes.</summary>
public sealed class Neighbourhood : AggregateRoot
{
    private Neighbourhood()
    {
    }

    public NeighbourhoodId Id { get; private set; }

    public ProgrammeId ProgrammeId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The official code, a ward's for example: E05015253.</summary>
    public string Code { get; private set; } = "";

    /// <summary>The LSOA codes inside it, separated by spaces, where known.</summary>
    public string? LsoaCodes { get; private set; }

    public int? Population { get; private set; }

    /// <summary>GeoJSON geometry (Polygon or MultiPolygon, WGS84 longitude then latitude), or null where none was imported.</summary>
    public string? Boundary { get; private set; }

    public static Neighbourhood Define(ProgrammeId programme, string code, string name, string? boundary, int? population = null, string? lsoaCodes = null)
    {
        var neighbourhood = new Neighbourhood { ProgrammeId = programme, Code = Words.Required(code, "The neighbourhood's code") };
        neighbourhood.Change(name, boundary, population, lsoaCodes);
        return neighbourhood;
    }

    public void Change(string name, string? boundary, int? population, string? lsoaCodes)
    {
        if (population < 0)
        {
            throw new DomainRuleException("The population cannot be less than nothing.");
        }

        Name = Words.Required(name, "The neighbourhood's name");
        Boundary = boundary;
        Population = population;
        LsoaCodes = Words.Tidy(lsoaCodes);
    }
}

/// <summary>Where a postcode lies, from an imported table.</summary>
public sealed class Postcode
{
    /// <summary>As the Post Office writes it: M33 4QJ. The key.</summary>
    public required string Code { get; init; }

    /// <summary>The code of its ward (or whatever area the neighbourhoods are made of).</summary>
    public string? AreaCode { get; set; }

    public string? LsoaCode { get; set; }

    public double Latitude { get; set; }

    public double Longitude { get; set; }
}
