/**
 * Ordinary surnames found across Britain today. None is that of a person named in the 2007
 * inspection report, nor of a well-known chief officer.
 */
export const surnames: readonly string[] = `
Abbott Abdi Adams Addison Adeyemi Ahmed Ainsworth Akhtar Akinola Aldridge Ali Allsop Amin Andrews Anwar Appleby
Archer Armitage Arnold Ashworth Aslam Atkins Atwal Austin Aziz Bailey Bains Baker Balogun Banerjee Banks Barker
Barlow Barnes Barratt Bassi Bates Baxter Beardsley Beaumont Begum Bell Bennett Benson Bentley Beresford Bhatt
Birch Bird Blackburn Blair Blake Boateng Bolton Booth Bowden Bowler Bowman Bradbury Bradley Braithwaite Bramley
Briggs Bright Broadhurst Brookes Broughton Buckley Burgess Burrows Burton Butterworth Byrne Calladine Cameron
Cartwright Carver Chambers Chan Chaudhry Cheetham Chopra Chowdhury Clements Clifford Coates Conway Copeland
Corbett Cotterill Cox Craven Crawford Croft Crossley Cullen Cummings Curtis Dale Dalton Daniels Davenport Dawson
Deakin Dean Denham Desai Dhaliwal Dhillon Diaz Dickinson Dixon Dobson Donnelly Doherty Drake Draper Duffy Duncan
Dunn Dyson Eaton Edmonds Egan Elliott Ellis Emmanuel Emery Eze Fairhurst Farooq Fearn Fenton Ferguson Fernandes
Finch Firth Fisher Fitzgerald Fletcher Flint Ford Fowler Francis Freeman Frost Gallimore Gandhi Garner Garrett
George Gibbs Gibson Gilbert Gill Glover Goddard Godfrey Gomez Gordon Gough Graham Grainger Greaves Gregory
Grewal Griffiths Grimshaw Hadfield Hague Haigh Hallam Hamilton Hammond Hancock Hanson Haq Hardwick Hargreaves
Harrison Hartley Hassan Hawkins Hayes Haywood Heath Hewitt Hibbert Hickman Higgins Hinchliffe Hirst Hobson
Hodgkinson Holland Hollis Hooper Hopkinson Horton Howarth Hoyle Hudson Hughes Hussain Hutchinson Ibrahim Ingham
Iqbal Islam Jackson James Jarvis Jeffery Jenkins Jennings Jepson Johal Jordan Joshi Kalsi Kang Kapoor Kaur Kaye
Keeling Kemp Kendall Kennedy Kenyon Kerr Khalid Khatun Kirkland Knight Knowles Kowalski Kumar Lal Lamb Lambert
Lawson Leach Leigh Lim Lindley Lister Livesey Lloyd Lomas Longden Lowe Lucas Lyons Machin Mahmood Malik Mann
Manning Marriott Marsden Marsh Martin Mason Massey Mather Matthews Maxwell Mbeki McCann McCarthy McDonald
McGrath McIntyre McKenna McLean Mehta Mellor Metcalfe Middleton Miller Milner Mistry Mitchell Moran Morgan
Morley Morris Moss Mountford Murphy Murray Musa Mwangi Myers Nadeem Neal Newman Newton Ncube Nicholls Nolan
Norman Nowak Nuttall Nwosu Oakley Obi Odell Ogden Okafor Okoro Oldfield Oliver Osborne Owen Oxley Padley Palmer
Parmar Parsons Patel Pathak Patterson Pearce Pearson Perkins Perry Phillips Pickering Platt Plant Pollard Poole
Potter Powell Pratt Preston Pritchard Purewal Qureshi Rafiq Rahman Ramsden Randall Rashid Rawson Redfern Reid
Renshaw Reynolds Rhodes Richards Richmond Riley Robson Rogers Rosario Rowbotham Rowland Russell Ryan Sadiq Saleh
Salt Sanders Sandhu Sangha Saunders Savage Seddon Sethi Severn Shah Sharma Shaw Shelton Shepherd Sheikh Siddall
Sidhu Silva Simmonds Singh Skelton Slack Slater Smedley Sohal Spencer Stafford Stanley Stevenson Stewart Stokes
Stone Storer Sutcliffe Sutton Swift Sykes Syed Tanner Tariq Taylor Thacker Thomas Thorpe Timms Tomlinson
Townsend Travis Turner Twigg Tyler Udoh Uddin Underwood Unwin Verma Vickers Virdee Wagstaff Wainwright Walker
Wallace Walters Walton Warburton Ward Warren Waterhouse Watkins Wheatcroft Wheeldon Whitaker Whitehead Wilcox
Wilkinson Williamson Winfield Wong Woodcock Woodhouse Woodward Worrall Wragg Wright Wyatt Yates Yeomans Yusuf
Zaman
`
  .trim()
  .split(/\s+/);
