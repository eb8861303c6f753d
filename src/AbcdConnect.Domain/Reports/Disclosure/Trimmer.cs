namespace AbcdConnect.Domain.Reports.Disclosure;

/// <summary>Shows again whatever need not be hidden, and proves of the rest that every secret is kept.</summary>
internal sealed class Trimmer
{
    private readonly CellSystem system;
    private readonly List<int> cells;
    private readonly bool[] hidden;
    private readonly List<Secret> secrets;
    private readonly LinearProgram program = new();
    private readonly Simplex simplex;
    private readonly Dictionary<int, int> columns = [];
    private readonly Dictionary<Secret, long[]> proofs = [];

    public Trimmer(CellSystem system, List<int> cells, List<Tie> ties, bool[] hidden, List<Secret> secrets)
    {
        (this.system, this.cells, this.hidden, this.secrets) = (system, cells, hidden, secrets);
        foreach (var at in cells)
        {
            var (low, high) = hidden[at] ? (system.Cells[at].Floor, double.PositiveInfinity) : (system.Cells[at].Shown.Low, system.Cells[at].Shown.High);
            if (low < high)
            {
                columns[at] = program.AddColumn(low, high);
            }
        }

        foreach (var tie in ties)
        {
            var known = tie.Terms.Where(t => !columns.ContainsKey(t.Cell)).Sum(t => (long)t.Times * system.Cells[t.Cell].Value);
            var terms = tie.Terms.Where(t => columns.ContainsKey(t.Cell)).Select(t => new Term(columns[t.Cell], t.Times)).ToList();
            if (terms.Count > 0)
            {
                program.AddRow(terms, tie.Sense, tie.Right - known);
            }
        }

        simplex = new Simplex(program);
    }

    /// <summary>The secrets that what is hidden keeps.</summary>
    public IReadOnlyList<Secret> Kept => secrets.FindAll(proofs.ContainsKey);

    /// <returns>Whether every secret that must be kept is kept by what is hidden now.</returns>
    public bool Trim()
    {
        if (NotReached().Exists(s => !s.IsWish))
        {
            return false;
        }

        foreach (var cell in cells.Where(c => hidden[c] && system.Cells[c] is { State: CellState.Open, MustHide: false }).OrderByDescending(c => system.Cells[c].Cost).ThenByDescending(c => system.Cells[c].Value).ToList())
        {
            Show(cell);
        }

        return true;
    }

    /// <summary>The secrets that what is hidden does not keep.</summary>
    public List<Secret> NotReached() => secrets.Where(s => !proofs.ContainsKey(s) && !Prove(s)).ToList();

    private void Show(int cell)
    {
        var (column, shown) = (columns[cell], system.Cells[cell].Shown);
        var broken = proofs.Where(p => p.Value[column] < shown.Low || p.Value[column] > shown.High).ToList();
        var before = simplex.BoundsOf(column);
        simplex.SetBounds(column, shown.Low, shown.High);
        foreach (var (secret, _) in broken)
        {
            proofs.Remove(secret);
        }

        if (broken.TrueForAll(p => proofs.ContainsKey(p.Key) || Prove(p.Key)))
        {
            hidden[cell] = false;
            return;
        }

        simplex.SetBounds(column, before.Low, before.High);
        foreach (var (secret, table) in broken)
        {
            proofs[secret] = table;
        }
    }

    // A table in whole numbers in which the secret is as far off as it must be able to be. It proves others too.
    private bool Prove(Secret secret)
    {
        if (!columns.TryGetValue(secret.Cell, out var column))
        {
            return false;
        }

        var before = simplex.BoundsOf(column);
        var value = system.Cells[secret.Cell].Value;
        simplex.SetBounds(column, secret.Up ? value + secret.Need : before.Low, secret.Up ? before.High : value - secret.Need);
        var table = WholeNumbers.Maximise(simplex, program, new double[program.Columns]);
        simplex.SetBounds(column, before.Low, before.High);
        if (table is null)
        {
            return false;
        }

        foreach (var other in secrets.Where(s => !proofs.ContainsKey(s) && columns.ContainsKey(s.Cell)))
        {
            var reached = table[columns[other.Cell]] - system.Cells[other.Cell].Value;
            if (other.Up ? reached >= other.Need : reached <= -other.Need)
            {
                proofs[other] = table;
            }
        }

        return proofs.ContainsKey(secret);
    }
}
