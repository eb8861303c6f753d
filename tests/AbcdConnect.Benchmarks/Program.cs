System.Console.WriteLine("The measurements of docs/performance.md.");
