System.Console.WriteLine("abcd");
